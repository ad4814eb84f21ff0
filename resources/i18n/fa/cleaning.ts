<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>ChangesModel</name>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangesPane</name>
    <message>
        <source>Values that are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values that cannot be converted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values before and after the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No step is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a step of the recipe to see what it does to real values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step cannot run yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every value can be converted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing would be kept back or emptied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing changes here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>But some values cannot be converted: choose them above to see them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The values of this field are as this step would make them. It does no harm, and it works again when new data comes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{values} different values change, in {rows} rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} rows become empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} rows hold a value that cannot be converted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked at the {count} most frequent values.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Cleaning</name>
    <message>
        <source>Keep it as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold the row back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value travels on unchanged, with a warning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field stays empty, with a warning; the row travels on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row waits in quarantine until somebody corrects it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearly the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same words in any order; case, accents, punctuation and keyboard do not count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same pairs of letters; spaces do not count either.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters that sound alike count as one, in Persian and in Latin script.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A few letters differ. Look closely: not all of these mean the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CleaningPage</name>
    <message>
        <source>Entity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe or values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggest steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps that put values in order, always the same way, also when new data comes. Nothing is changed in the sources, and every step can be switched off or undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to clean yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map fields of the sources to the target first: their values are cleaned here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to mapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{entity} – {rows} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} values changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} could not be converted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FacetCard</name>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New value; nothing: empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New value for the chosen values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values and how many rows hold them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found} different values; {empty} of {rows} rows are empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first {count} are shown: search for others.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FieldsBox</name>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields that are read, in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result goes to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields, in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same field</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GroupsCard</name>
    <message>
        <source>How values are alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similar values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups of similar values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the {count} most frequent values were compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such values here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try another kind of likeness, or another field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make alike ({count})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GroupsDelegate</name>
    <message>
        <source>What these values shall read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GroupsModel</name>
    <message>
        <source>{values} become {chosen}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecipeList</name>
    <message>
        <source>Steps of the recipe, in order</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecipeModel</name>
    <message>
        <source>{count} values changed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecipePane</name>
    <message>
        <source>Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No steps yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of this entity go on as they were mapped. Add a step, or let Kooch suggest the usual housekeeping.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this step out (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReferenceDialog</name>
    <message>
        <source>Fill from a source table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look in the column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take these values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The values are copied into the step. To use another file, add it as a source first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No source table was read yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepPane</name>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this step is here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill from a source table…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value that cannot be converted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add this step</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SuggestDialog</name>
    <message>
        <source>Suggested steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows it changes now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the fields…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only steps that change something now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {count} steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to suggest: the usual housekeeping is in the recipe or done by the mapping already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trimming spaces, emptying placeholders such as “-” and unifying Persian letters, for each field that needs it. Steps that change nothing now are of use when new data comes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ValuesModel</name>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ValuesWork</name>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the recipe leaves it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} – {count} different</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>

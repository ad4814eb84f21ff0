<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>Migration</name>
    <message>
        <source>Approved by {who}, {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target refused {count} records.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan or its data changed since this run began.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took run {run} back: {removed} records removed, {restored} restored, {kept} kept because others changed or use them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load up to {count} records into {target}? This writes into the target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load {count} new records into {target}? {there} are there already. This writes into the target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take run {run} back? Records that it created are removed, updated ones get back what they held. Records that others changed since stay and are listed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MigrationPage</name>
    <message>
        <source>Start loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the pilot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may pause at any time and go on later: nothing is written twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the migration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Migrate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what the run would do, then load everything. Parents go before their children; whatever stops it, resuming writes nothing twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything must be loaded first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The full run is locked until a pilot of exactly this plan is approved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run {run}: {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume run {run}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target is not ready for this load: {count} problems.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target refused {count} records: their reasons are under Verify.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PredictionPart</name>
    <message>
        <source>Entity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merged away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for a parent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known before a dry run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target was not asked yet. A dry run reads what it holds of earlier runs and checks its tables; it writes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This target cannot say beforehand what it holds: what is there already is found out while loading, and not written twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the target stood on {when}. What is there already is written again only where values changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run {run} stopped before its end. Resuming goes on where it stopped; nothing is written twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} tables will be created in the target first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} records of earlier runs are in the target, but planned no more: they stay.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultPart</name>
    <message>
        <source>Why records were kept back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was migrated yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When a full run has ended, every record is accounted for here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run {run}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account balances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account does not balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan or its data changed since this run: what is ready and what was loaded belong to different plans until it runs again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every record that was planned is in the target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{held} records were kept back before, {refused} refused by the target.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsPart</name>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this run back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records that stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing ran yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>

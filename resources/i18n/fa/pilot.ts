<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>ApproveStrip</name>
    <message>
        <source>Who approves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was looked at, what is still open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approving pilot {run} opens the full run for exactly this plan and these data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoicePart</name>
    <message>
        <source>Records of each entity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the pilot takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records are taken from the whole table, not from its beginning. Parents come along so that every record finds what it belongs to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pilot takes {count} records in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all there are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chosen, no parent needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} for {entity}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} as parents: {parents}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pilot</name>
    <message>
        <source>approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed since approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what the pilot takes, then run it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run {run} was removed again: run another one to approve it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan changed since run {run}: run the pilot again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the records of run {run}, then approve it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run {run} stopped: resuming goes on with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the {count} records again that run {run} created in the target? Records that others changed since stay and are listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{removed} records were removed, {restored} got back what they held.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} stay: others changed or use them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target refused {count} records of the pilot.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PilotPage</name>
    <message>
        <source>Run the pilot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may stop at any time: going on later writes nothing twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was loaded yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pilot writes a few complete records into the target. Here they then stand beside their source rows, field by field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the pilot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records beside their source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pilot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load a few complete records, look at them in the target, then approve: the full run stays locked until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run a pilot of this plan and approve it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pilot is not approved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume the pilot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove them</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecordSheet</name>
    <message>
        <source>Story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole way of this record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields of the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This record is not ready any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused by the target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for its parent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {rows}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {rows} · read back {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{table} row {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held: {value}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecordsPart</name>
    <message>
        <source>Entity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records of the pilot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the target again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed from the target again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{bad} of {count} records differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} records read back and equal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} differ only in capitals or spaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No record of this entity was taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came along as a parent of {entity}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} fields differ</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>CausesPart</name>
    <message>
        <source>Records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Causes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to Excel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send refused ones again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was left behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No record was kept back by our checks or refused by the target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend the cause in the target or here, then send them again: what is there already is not written twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept back before loading: the target never saw these records.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>our checks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparisonPart</name>
    <message>
        <source>values compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>records equal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>records not loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written differently</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the target holds was not kept: compare again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every row and field, read back on {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>equal</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DifferenceModel</name>
    <message>
        <source>Entity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong</source>
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
        <source>whole record</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DifferencesPart</name>
    <message>
        <source>Entity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Story of the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that was loaded is in the target, field by field as planned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every entity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} differences</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GoalsPart</name>
    <message>
        <source>Goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No goals were set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goals are set in the first step: then it stands here whether they are met.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set goals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{entity}: {field} filled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{entity}: duplicates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{entity}: records valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{entity}: records loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most {share}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PackPart</name>
    <message>
        <source>Folder for the pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF as well, for paper and signatures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One workbook with every record&apos;s fate, one report to read, and a page to sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} files in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written in this visit yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Verification</name>
    <message>
        <source>run {run}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>account balances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>account does not balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan or its data changed since run {run}: what is ready now was not loaded yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerificationPage</name>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the verification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-off pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to verify yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After a run the target is read back here and compared, value by value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the migration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target is read back and compared with what was sent. Look at what differs and at what is not there, then sign off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target refused {count} records again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target took every record now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} reasons were written to {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sign-off pack was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PDF could not be written: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>

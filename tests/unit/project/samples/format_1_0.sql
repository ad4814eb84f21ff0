-- project.db as format 1.0 wrote it; never changed.
BEGIN TRANSACTION;
CREATE TABLE approval (
    seq integer primary key, run integer not null, fingerprint text not null, who text not null,
    at text not null, note text not null);
CREATE TABLE decision (
    seq integer primary key, at text not null, who text not null, kind text not null,
    body text not null);
CREATE TABLE history (
    seq integer primary key, label text not null, at text not null, who text not null,
    barrier integer not null default 0, plan blob not null);
INSERT INTO "history" VALUES(1,'New project','2026-11-22T10:51:57+00:00','mina',0,X'789CAB56CA4BCC4D55B252724C0652B50026EC04D2');
INSERT INTO "history" VALUES(2,'Suggested mapping','2026-11-22T10:51:57+00:00','mina',0,X'789C55923D6EC3300C85AF527036F2B37AEB017A82C208549971845A522251290C4363D17B74EB8D9A9EA6942C3BCE64914FFCF8447A04193C598D0E6AF8FDFEFBB97DDEBEA0822362EBA17E1D010D291A581552DA6028890AFBA21A4B9834FF243AC735ACDA0F93692FCA080EBD0D4E62BA0D46688486532428F85436D778C2F30424278C3F5AA75926A734442E20E13A24CE6442CAA8F6EEE8B067C23B0EA905E7593516EAFDDC9A2F4AC625CA5B9FA3F2629F491959C3B3E4CFDAED38F55895CE2FCEEC021B41DA3E6853B489C585B15AA2C5738957ED533638C5C96D2B486C176923FDF5E1E5237879422DD2296F44153BEB5D4CFC329562A247D3D1892DEF76D583A30A1C5E82723CFF9A5CC095C3FBA6CFBC01E1864399EE1DDDC426CEDE79441B7FE915FF0931FE03C042C80A');
CREATE TABLE load_batch(run integer not null, entity text not null, kind text not null, number integer not null, state text not null, digest text not null default '', first integer not null, last integer not null, primary key (run, entity, kind, number)) without rowid;
CREATE TABLE log (seq integer primary key, at text not null, who text not null, text text not null);
CREATE TABLE meta (key text primary key, value text not null);
INSERT INTO "meta" VALUES('id','0697389f07584ad996898c7ba83df8e2');
INSERT INTO "meta" VALUES('head','2');
CREATE TABLE run (
    no integer primary key, kind text not null, state text not null, fingerprint text not null,
    started_at text not null, ended_at text, who text not null, facts text not null default '{}');
CREATE TABLE stage_output (
    stage text not null, fingerprint text not null, digest text not null, at text not null,
    report text not null, tables text not null, primary key (stage, fingerprint));
COMMIT;
pragma application_id = 1263488835;
pragma user_version = 1000;

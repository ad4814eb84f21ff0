"""Kooch's engine: moves legacy customer data into a new CRM, clean and complete, and proves it.

The one idea: the plan (`model.plan.Plan`) is the only thing a person edits. Everything else is
derived from the sources and the plan, in one direction, and can be thrown away; only what the load
did to the target is journaled.

A client holds one `workspace.Workspace`: `edit`, `undo`, `redo`, `run`, `status`, `load`,
`reconcile`, `rollback`, `report`. The command line (`cli`) is such a client, the window another.

    sources -> extract -> raw_* -> profile
                            map -> mapped_* -> cleanse -> clean_* -> match -> pairs_*, clusters_*
                                   merge -> golden_* -> validate -> ready_*, quarantine_*
                                   load -> the target and its ledger -> reconcile -> difference_*

`pipeline` is the only file that knows this order and when an output is fresh; `stages` never import
each other. What plugs in (`sources`, `targets`, `transforms`, `checks`, `survivors`) is one file an
item and one line in its registry; `advice` proposes what a person may accept. `contract` compares
mapping documents, knows who signed which row, and takes templates to other projects; `documents`
writes the mapping document to files and reads filled-in workbooks back. `store` is the only door to
DuckDB (staging, disposable), `project` keeps what is precious (plan, history, decisions, runs,
journal). `model` holds the nouns, `errors` the four kinds of trouble. Import contracts and sizes
are held by the test command.

Nothing is imported here: reader processes start from this package and must start fast.
"""

__version__ = "0.1.0"

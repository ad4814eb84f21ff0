"""Desks: what a client asks and does at each step of the wizard, one file a step.

A desk holds no state: it reads the workspace's plan and staging tables, and changes the plan
through `Workspace.edit`. Its methods are marked as `query` (reads; may be called while a run goes
on), `edit` (one undoable change of the plan; returns its ChangeSet) or `task` (long work, takes
`progress`, may be cancelled). Arguments and results are plain values and the frozen shapes of
`migrator.model.views`, so that they can cross a process border. `host.Host` finds them by name,
"<desk>.<method>".
"""

"""Parts of the data grid."""

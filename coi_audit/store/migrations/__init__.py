"""How a store of one version becomes one of the next; a step that has been published is never edited."""

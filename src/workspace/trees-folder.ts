/** The folder in which a workspace and all its copies live has a name of this form: the sandbox shows it, read-only, to each of them. */
export const treesPrefix = 'regreen-trees-';

// Expand: the column comes one release before the code that writes it, so the version that still
// runs during the roll-out, and the one a rollback returns to, work with this schema unchanged.
export const up = (pgm) => {
  pgm.addColumn('dispatches', { temperature_limit_c: { type: 'numeric(4,1)' } });
};

export const down = (pgm) => {
  pgm.dropColumn('dispatches', 'temperature_limit_c');
};

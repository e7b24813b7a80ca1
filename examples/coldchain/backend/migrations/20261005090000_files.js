export const up = (pgm) => {
  pgm.createTable('files', {
    id: 'id',
    name: { type: 'text', notNull: true },
    type: { type: 'text', notNull: true },
    sha256: { type: 'text', notNull: true },
    content: { type: 'bytea', notNull: true },
    uploaded_by: { type: 'integer', references: 'users' },
    created_at: { type: 'timestamptz', notNull: true, default: pgm.func('now()') },
  });
};

export const down = (pgm) => {
  pgm.dropTable('files');
};

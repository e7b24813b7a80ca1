export const up = (pgm) => {
  pgm.createTable('users', {
    id: 'id',
    email: { type: 'text', notNull: true, unique: true },
    password: { type: 'text', notNull: true },
    created_at: { type: 'timestamptz', notNull: true, default: pgm.func('now()') },
  });
  pgm.createTable('dispatches', {
    id: 'id',
    vehicle: { type: 'text', notNull: true },
    destination: { type: 'text', notNull: true },
    status: { type: 'text', notNull: true, default: 'planned' },
    created_by: { type: 'integer', references: 'users' },
    created_at: { type: 'timestamptz', notNull: true, default: pgm.func('now()') },
    updated_at: { type: 'timestamptz', notNull: true, default: pgm.func('now()') },
  });
};

export const down = (pgm) => {
  pgm.dropTable('dispatches');
  pgm.dropTable('users');
};

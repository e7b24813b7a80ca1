INSERT INTO users (email, password) VALUES ('dispatcher@coldchain.example', 'no-login:no-login');
INSERT INTO dispatches (vehicle, destination, status, created_by) VALUES
  ('KR-11-나-1001', 'Incheon', 'delivered', 1),
  ('KR-11-나-1002', 'Daegu', 'under-way', 1),
  ('KR-11-나-1003', 'Gwangju', 'planned', 1);

const status = document.querySelector('#status');
const table = document.querySelector('table');

async function api(path, token, body) {
  const response = await fetch(`/api/v1${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

async function show(token) {
  const { dispatches } = await api('/dispatches', token);
  table.hidden = false;
  table.tBodies[0].replaceChildren(
    ...dispatches.map((each) => {
      const row = document.createElement('tr');
      for (const value of [each.id, each.vehicle, each.destination, each.status]) row.insertCell().textContent = value;
      return row;
    }),
  );
}

function follow(token) {
  const url = new URL('/ws/tracking', location.href);
  url.protocol = url.protocol.replace('http', 'ws');
  url.searchParams.set('token', token);
  const socket = new WebSocket(url);
  socket.onmessage = () => void show(token);
  // A copy of the service that is being replaced closes its sockets: come back to one that stays.
  socket.onclose = () => setTimeout(() => follow(token), 1000);
}

document.querySelector('#login').addEventListener('submit', async (event) => {
  event.preventDefault();
  try {
    const { token } = await api('/auth/login', undefined, Object.fromEntries(new FormData(event.target)));
    status.textContent = 'Following live.';
    await show(token);
    follow(token);
  } catch (error) {
    status.textContent = error.message;
  }
});

import { version } from './version.mjs';

const OPERATIONS = [
  ['get', '/health', 'The process answers'],
  ['get', '/ready', 'The process and its database answer'],
  ['post', '/api/v1/auth/register', 'Register with e-mail and password'],
  ['post', '/api/v1/auth/login', 'Get a token'],
  ['get', '/api/v1/dispatches', 'List dispatches'],
  ['post', '/api/v1/dispatches', 'Create a dispatch'],
  ['get', '/api/v1/dispatches/{id}', 'Read a dispatch'],
  ['patch', '/api/v1/dispatches/{id}', 'Change the status of a dispatch'],
  ['delete', '/api/v1/dispatches/{id}', 'Delete a dispatch'],
  ['post', '/api/v1/files', 'Upload a file'],
  ['get', '/api/v1/files/{id}', 'Download a file'],
  ['get', '/api/v1/reports/dispatches', 'Dispatches by status'],
];

const paths = {};
for (const [method, path, summary] of OPERATIONS) {
  const guarded = path.startsWith('/api/') && !path.includes('/auth/');
  const parameters = path.includes('{id}')
    ? [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }]
    : [];
  paths[path] = {
    ...paths[path],
    [method]: {
      summary,
      parameters,
      ...(guarded ? { security: [{ token: [] }] } : {}),
      responses: { default: { description: summary } },
    },
  };
}

export const openapi = {
  openapi: '3.1.0',
  info: { title: 'Coldchain', version },
  paths,
  components: { securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
};

export const docsPage = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Coldchain API</title>
<style>body{font:16px/1.6 system-ui;max-width:50rem;margin:3rem auto;padding:0 1rem}code{background:#eef;padding:.1rem .3rem}</style>
<h1>Coldchain API</h1><p>Version ${version} · <a href="/docs/openapi.json">OpenAPI document</a></p>
<table>${OPERATIONS.map(([method, path, summary]) => `<tr><td><code>${method.toUpperCase()} ${path}</code><td>${summary}`).join('')}</table></html>`;

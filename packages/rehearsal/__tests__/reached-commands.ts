// The AWS commands that a program can come to send: from its main file along every declaration that another one names.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

const root = join(__dirname, '../../..');

interface Module {
  /** Top-level name -> what it is declared as. */
  readonly declared: ReadonlyMap<string, ts.Node>;
  /** Local name -> the file or package, and the name there; `*` for all of it. */
  readonly imported: ReadonlyMap<string, { readonly from: string; readonly name: string }>;
  /** What runs when the file is loaded. */
  readonly atOnce: readonly ts.Node[];
}

/** `[client package, operation]` of each command. */
export function reachedCommands(main: string): [client: string, operation: string][] {
  const modules = new Map<string, Module>();
  const found = new Map<string, [string, string]>();
  const seen = new Set<string>();
  const moduleOf = (file: string): Module => {
    const known = modules.get(file);
    if (known) return known;
    const read = readModule(file);
    modules.set(file, read);
    for (const node of read.atOnce) follow(file, node);
    return read;
  };
  const reach = (file: string, name: string): void => {
    if (seen.has(`${file} ${name}`)) return;
    seen.add(`${file} ${name}`);
    const { declared, imported } = moduleOf(file);
    const node = declared.get(name);
    if (node) {
      follow(file, node);
      return;
    }
    if (name === '*') for (const each of declared.keys()) reach(file, each);
    const source = imported.get(name);
    if (!source) return;
    // A paginator sends the command that it is named for.
    const operation = /^(?:([A-Z]\w+)Command|paginate([A-Z]\w+))$/.exec(source.name)?.slice(1).find(Boolean);
    const client = /^@aws-sdk\/client-(.+)$/.exec(source.from)?.[1];
    if (client !== undefined && operation !== undefined) found.set(`${client} ${operation}`, [client, operation]);
    const next = fileOf(source.from, file);
    if (next !== undefined) reach(next, source.name);
  };
  const follow = (file: string, node: ts.Node): void => {
    if (ts.isIdentifier(node)) reach(file, node.text);
    // What is imported on demand can be used whole.
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [from] = node.arguments;
      const next = from && ts.isStringLiteral(from) ? fileOf(from.text, file) : undefined;
      if (next !== undefined) reach(next, '*');
    }
    node.forEachChild((child) => follow(file, child));
  };
  moduleOf(main);
  return [...found.values()];
}

function fileOf(from: string, importer: string): string | undefined {
  if (from.startsWith('#shared/')) return join(root, 'packages/shared/src', `${from.slice('#shared/'.length)}.ts`);
  return from.startsWith('.') ? join(dirname(importer), from) : undefined;
}

function readModule(file: string): Module {
  const declared = new Map<string, ts.Node>();
  const imported = new Map<string, { from: string; name: string }>();
  const atOnce: ts.Node[] = [];
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  for (const statement of source.statements) {
    if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) continue;
    if (ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier)) {
      const from = statement.moduleSpecifier.text;
      const bindings = statement.importClause?.namedBindings;
      if (bindings && ts.isNamespaceImport(bindings)) imported.set(bindings.name.text, { from, name: '*' });
      if (bindings && ts.isNamedImports(bindings))
        for (const { name, propertyName } of bindings.elements)
          imported.set(name.text, { from, name: (propertyName ?? name).text });
    } else if (
      ts.isExportDeclaration(statement) &&
      statement.moduleSpecifier &&
      ts.isStringLiteral(statement.moduleSpecifier)
    ) {
      const from = statement.moduleSpecifier.text;
      if (statement.exportClause && ts.isNamedExports(statement.exportClause))
        for (const { name, propertyName } of statement.exportClause.elements)
          imported.set(name.text, { from, name: (propertyName ?? name).text });
    } else if (ts.isVariableStatement(statement)) {
      for (const one of statement.declarationList.declarations)
        if (ts.isIdentifier(one.name)) declared.set(one.name.text, one);
        else atOnce.push(one);
    } else if ((ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) && statement.name)
      declared.set(statement.name.text, statement);
    else atOnce.push(statement);
  }
  return { declared, imported, atOnce };
}

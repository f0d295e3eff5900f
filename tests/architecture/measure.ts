import ts from 'typescript';

export interface MeasuredFunction {
  readonly name: string;
  /** First line, counted from 1. */
  readonly line: number;
  /** Lines that hold code: blank ones and comments do not count. */
  readonly lines: number;
}

export interface Export {
  readonly name: string;
  readonly kind: 'value' | 'type';
}

const parse = (path: string, text: string): ts.SourceFile =>
  ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);

/** Lines of code in a text: neither blank nor a comment. */
export function codeLines(text: string): number {
  const withoutBlocks = text.replace(/^\s*\/\*[\s\S]*?\*\/\s*$/gm, '');
  return withoutBlocks.split('\n').filter((line) => line.trim() !== '' && !line.trim().startsWith('//')).length;
}

function nameOf(node: ts.Node): string | undefined {
  if (ts.isConstructorDeclaration(node)) return 'constructor';
  if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) return node.body && node.name?.getText();
  if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node)) return undefined;
  const { parent } = node;
  return ts.isVariableDeclaration(parent) || ts.isPropertyDeclaration(parent) ? parent.name.getText() : undefined;
}

/** The functions of a file that have a name: what a reader reads one at a time. */
export function functionsOf(path: string, text: string): MeasuredFunction[] {
  const file = parse(path, text);
  const found: MeasuredFunction[] = [];
  const visit = (node: ts.Node): void => {
    const name = nameOf(node);
    if (name !== undefined) {
      const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
      found.push({ name, line, lines: codeLines(node.getText(file)) });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const hasModifier = (node: ts.Node, kind: ts.SyntaxKind): boolean =>
  ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some((modifier) => modifier.kind === kind);

function declared(statement: ts.Statement): Export[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => ({ name: name.getText(), kind: 'value' }));
  }
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
    return [{ name: statement.name.text, kind: 'type' }];
  }
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement) || ts.isEnumDeclaration(statement)) {
    return statement.name ? [{ name: statement.name.text, kind: 'value' }] : [];
  }
  return [];
}

/** What a file declares and exports; a default export is called `default`. */
export function exportsOf(path: string, text: string): Export[] {
  return parse(path, text).statements.flatMap((statement): Export[] => {
    if (ts.isExportAssignment(statement)) return [{ name: 'default', kind: 'value' }];
    if (ts.isExportDeclaration(statement)) {
      const named = statement.exportClause && ts.isNamedExports(statement.exportClause) ? statement.exportClause.elements : [];
      return named.map(({ name }) => ({ name: name.text, kind: statement.isTypeOnly ? 'type' : 'value' }));
    }
    if (!hasModifier(statement, ts.SyntaxKind.ExportKeyword)) return [];
    return hasModifier(statement, ts.SyntaxKind.DefaultKeyword) ? [{ name: 'default', kind: 'value' }] : declared(statement);
  });
}

/** Whether a file passes on what others export and does nothing else. */
export const onlyPassesOn = (path: string, text: string): boolean =>
  parse(path, text).statements.every((statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined);

/** The names that a source reads from the environment, as `env.NAME`, or as a key of a schema that the environment is parsed with. */
export function environmentNamesIn(path: string, text: string): string[] {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    const name =
      ts.isPropertyAssignment(node) || ts.isBindingElement(node) || ts.isPropertyAccessExpression(node)
        ? (('propertyName' in node ? node.propertyName : undefined) ?? node.name).getText()
        : ts.isElementAccessExpression(node)
          ? node.argumentExpression.getText().replace(/['"]/g, '')
          : '';
    const ofEnvironment = !ts.isPropertyAccessExpression(node) || /\b(env|environment|config)$/i.test(node.expression.getText());
    if (ofEnvironment && /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(name)) names.push(name);
    ts.forEachChild(node, visit);
  };
  visit(parse(path, text));
  return [...new Set(names)].sort();
}

import { type DocumentNode, type ExecutionResult, getOperationAST, GraphQLError } from 'graphql';
import type { Actor } from '../actor.ts';
import { type ContextOptions, RequestContext } from '../context/request-context.ts';
import { recordRefusal } from '../audit/refusal.ts';
import { isTransient } from '../database/unit-of-work.ts';
import { DomainError, publicError } from '../errors.ts';
import type { KeyRules } from '../keys/scopes.ts';
import { refuseBeyondScopes } from '../keys/key-operation.ts';
import { logger } from '../log.ts';
import { type Platform, requireAsked, unavailable } from '../platform.ts';

export interface Operation {
  document: DocumentNode;
  operationName?: string | null;
  variables?: Record<string, unknown>;
  actor: Actor;
  options: ContextOptions;
}

/** Runs the resolvers; given by the host, since how that is done depends on how the subgraphs are joined. */
export type Resolve = (operation: Operation, ctx: RequestContext) => Promise<ExecutionResult> | ExecutionResult;

const TRIES = 5;

/** One operation, one transaction: kept when nothing went wrong, rolled back on any error, done again when it lost a race. */
export async function executeOperation(platform: Platform, operation: Operation, resolve: Resolve): Promise<ExecutionResult> {
  if (operationReads(operation)) return execute(platform, operation, resolve, true);
  try {
    return await platform.changes.pass(() => execute(platform, operation, resolve, false));
  } catch (error) {
    // Sent away from the line; all else is told where it is run.
    if (!(error instanceof DomainError)) throw error;
    const { message, extensions } = publicError(error, platform.catalogue, operation.options.language ?? 'zh-CN', operation.options.requestId ?? '');
    return { errors: [new GraphQLError(message, { extensions })] };
  }
}

async function execute(platform: Platform, operation: Operation, resolve: Resolve, readOnly: boolean): Promise<ExecutionResult> {
  const options = { ...operation.options, operation: rootFieldOf(operation), recorded: !readOnly };
  for (let attempt = 1; ; attempt++) {
    const ctx = new RequestContext(platform, operation.actor, { ...options, readOnly, again: attempt > 1 });
    const result = await attemptOperation(ctx, operation, resolve, platform.keys);
    if (attempt < TRIES && result.errors?.some((error) => isTransient(error.originalError))) continue;
    const refused = result.errors?.find((error) => error.originalError instanceof DomainError);
    if (refused) await recordRefusal(platform, operation.actor, options, refused.originalError);
    if (process.env.GONGJIAN_STATEMENTS) logger.info('statements', { operation: operation.operationName, statements: ctx.statements });
    return result.errors ? { ...result, errors: result.errors.map((error) => tell(error, platform, ctx)) } : result;
  }
}

async function attemptOperation(ctx: RequestContext, operation: Operation, resolve: Resolve, keys: KeyRules): Promise<ExecutionResult> {
  try {
    if (operation.actor.key) refuseBeyondScopes(keys, operation.actor, operation.document, operation.operationName);
    const result = await resolve(operation, ctx);
    // A failed statement has ended the transaction: asking for COMMIT would hide the error behind another one.
    if (result.errors) {
      await ctx.rollback();
      return result;
    }
    if (!isIntrospection(operation.document)) requireAsked(ctx);
    await ctx.commit();
    return result;
  } catch (error) {
    await ctx.rollback();
    return { data: null, errors: [new GraphQLError(error instanceof Error ? error.message : 'error', { originalError: error instanceof Error ? error : undefined })] };
  }
}

function operationReads({ document, operationName }: Operation): boolean {
  return getOperationAST(document, operationName)?.operation !== 'mutation';
}

/** A mutation has one root field, and that is its name; a query is called by its first. */
function rootFieldOf({ document, operationName }: Operation): string {
  const [first] = getOperationAST(document, operationName)?.selectionSet.selections ?? [];
  return first?.kind === 'Field' ? first.name.value : 'query';
}

/** The schema describes itself to whoever is signed in; that asks nobody's permission. */
function isIntrospection(document: DocumentNode): boolean {
  return document.definitions.every(
    (definition) => definition.kind !== 'OperationDefinition' || definition.selectionSet.selections.every((field) => field.kind === 'Field' && (field.name.value.startsWith('__') || field.name.value === '_service')),
  );
}

/** Errors of resolvers in words; errors that another process has told already go on as they are. */
function tell(error: GraphQLError, platform: Platform, ctx: RequestContext): GraphQLError {
  const cause = unavailable(error.originalError ?? error);
  if (!(cause instanceof DomainError) && error.extensions?.code !== undefined && !error.originalError) return error;
  if (!(cause instanceof DomainError)) logger.error('operation failed', cause, { requestId: ctx.requestId });
  const told = publicError(cause, platform.catalogue, ctx.language, ctx.requestId);
  return new GraphQLError(told.message, { path: error.path, nodes: error.nodes, extensions: told.extensions });
}


// Makes `openapi.json`: GitHub's own OpenAPI description, cut down to the paths that Regreen uses. Run it again to follow a new version:
//   npm install --prefix SOMEWHERE @octokit/openapi && node test/github/trim-openapi.ts SOMEWHERE/node_modules/@octokit/openapi
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const repo = '/repos/{owner}/{repo}';
/** Paths and their methods. */
const wanted: Readonly<Record<string, readonly string[]>> = {
  [repo]: ['get'],
  [`${repo}/actions/artifacts/{artifact_id}/{archive_format}`]: ['get'],
  [`${repo}/actions/jobs/{job_id}/logs`]: ['get'],
  [`${repo}/actions/runs`]: ['get'],
  [`${repo}/actions/runs/{run_id}`]: ['get'],
  [`${repo}/actions/runs/{run_id}/artifacts`]: ['get'],
  [`${repo}/actions/runs/{run_id}/attempts/{attempt_number}/jobs`]: ['get'],
  [`${repo}/actions/runs/{run_id}/jobs`]: ['get'],
  [`${repo}/actions/workflows/{workflow_id}/dispatches`]: ['post'],
  [`${repo}/actions/workflows/{workflow_id}/runs`]: ['get'],
  [`${repo}/check-runs/{check_run_id}/annotations`]: ['get'],
  [`${repo}/collaborators/{username}/permission`]: ['get'],
  [`${repo}/commits`]: ['get'],
  [`${repo}/commits/{ref}`]: ['get'],
  [`${repo}/commits/{ref}/check-runs`]: ['get'],
  [`${repo}/compare/{basehead}`]: ['get'],
  [`${repo}/git/commits`]: ['post'],
  [`${repo}/git/commits/{commit_sha}`]: ['get'],
  [`${repo}/git/matching-refs/{ref}`]: ['get'],
  [`${repo}/git/ref/{ref}`]: ['get'],
  [`${repo}/git/refs`]: ['post'],
  [`${repo}/git/refs/{ref}`]: ['patch', 'delete'],
  [`${repo}/issues/comments/{comment_id}`]: ['get', 'patch', 'delete'],
  [`${repo}/issues/{issue_number}`]: ['get', 'patch'],
  [`${repo}/issues/{issue_number}/comments`]: ['get', 'post'],
  [`${repo}/issues/{issue_number}/labels`]: ['get', 'post'],
  [`${repo}/labels`]: ['get', 'post'],
  [`${repo}/pulls`]: ['get', 'post'],
  [`${repo}/pulls/{pull_number}`]: ['get', 'patch'],
  [`${repo}/pulls/comments/{comment_id}`]: ['delete'],
  [`${repo}/pulls/{pull_number}/comments`]: ['get'],
  [`${repo}/pulls/{pull_number}/reviews`]: ['post'],
  [`${repo}/pulls/{pull_number}/requested_reviewers`]: ['get', 'post'],
};

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

const isObject = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);
const objectAt = (object: JsonObject, key: string): JsonObject => {
  const value = object[key];
  if (!isObject(value)) throw new Error(`"${key}" is missing from the description`);
  return value;
};

/** What only a reader needs, and examples, which are most of the size. A schema's property may have any of these names. */
const prose = new Set(['description', 'summary', 'example', 'examples', 'externalDocs', 'tags', 'x-github', 'x-github-breaking-changes']);

function withoutProse(value: Json, isNameMap = false): Json {
  if (Array.isArray(value)) return value.map((item) => withoutProse(item));
  if (!isObject(value)) return value;
  const kept: JsonObject = {};
  for (const [key, item] of Object.entries(value)) {
    if (!isNameMap && prose.has(key)) continue;
    const names =
      !isNameMap && (key === 'properties' || key === 'schemas' || key === 'headers' || key === 'parameters' || key === 'responses');
    kept[key] = withoutProse(item, names);
  }
  return kept;
}

/** Every `#/components/KIND/NAME` that `value` refers to, directly or not. */
function references(value: Json, components: JsonObject, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const item of value) references(item, components, found);
  if (!isObject(value)) return found;
  const reference = value.$ref;
  if (typeof reference === 'string' && !found.has(reference)) {
    found.add(reference);
    const [kind = '', name = ''] = reference.replace('#/components/', '').split('/');
    references(withoutProse(objectAt(components, kind)[name] ?? null), components, found);
  }
  for (const item of Object.values(value)) references(item, components, found);
  return found;
}

function trim(description: JsonObject): JsonObject {
  const paths: JsonObject = {};
  for (const [path, methods] of Object.entries(wanted)) {
    const item = objectAt(objectAt(description, 'paths'), path);
    paths[path] = withoutProse(Object.fromEntries(methods.map((method) => [method, objectAt(item, method)])));
  }
  // A response must have a description; one word does.
  for (const path of Object.values(paths)) {
    for (const operation of Object.values(isObject(path) ? path : {})) {
      for (const response of Object.values(objectAt(operation as JsonObject, 'responses'))) {
        if (isObject(response) && response.$ref === undefined) response.description = '';
      }
    }
  }
  const components = objectAt(description, 'components');
  const kept: { [kind: string]: JsonObject } = {};
  for (const reference of [...references(paths, components)].sort()) {
    const [kind = '', name = ''] = reference.replace('#/components/', '').split('/');
    const component = withoutProse(objectAt(components, kind)[name] ?? null);
    // An integer or a string: a validator that reads numbers out of paths finds both.
    if (reference === '#/components/parameters/workflow-id' && isObject(component)) component.schema = { type: 'string' };
    if (kind === 'responses' && isObject(component)) component.description = '';
    const ofKind = kept[kind] ?? {};
    ofKind[name] = component;
    kept[kind] = ofKind;
  }
  const info = objectAt(description, 'info');
  return {
    openapi: description.openapi ?? '3.0.3',
    info: {
      title: info.title ?? '',
      version: info.version ?? '',
      description:
        'A part of the OpenAPI description of the GitHub v3 REST API, without prose and examples. MIT licence, see openapi.LICENSE.',
      license: info.license ?? null,
    },
    paths,
    components: kept,
  };
}

const [source] = process.argv.slice(2);
if (source === undefined) throw new Error('usage: node test/github/trim-openapi.ts FOLDER_OF_@octokit/openapi');
const description: Json = JSON.parse(await readFile(join(source, 'generated', 'api.github.com.json'), 'utf8'));
if (!isObject(description)) throw new Error('the description is not an object');
const target = join(import.meta.dirname, 'openapi.json');
await writeFile(target, `${JSON.stringify(trim(description))}\n`);

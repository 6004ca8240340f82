// An answer of the API, and GitHub's form of a refusal.

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

export const failure = (status: number, message: string, errors?: readonly unknown[]): Reply => ({
  status,
  body: { message, documentation_url: 'https://docs.github.com/rest', status: String(status), ...(errors === undefined ? {} : { errors }) },
});

export const invalid = (resource: string, message: string): Reply =>
  failure(422, 'Validation Failed', [{ resource, code: 'custom', message }]);

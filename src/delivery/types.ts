export type Delivery =
  | {
      readonly state: 'delivered';
      readonly reason: string;
      readonly branch: string;
      readonly pullRequest: { readonly url: string; readonly number: number } | null;
    }
  /** `remedy` says what to change; `branch` and `compareUrl` are there when the push went through. */
  | {
      readonly state: 'refused';
      readonly reason: string;
      readonly remedy: string;
      readonly branch: string | null;
      readonly compareUrl: string | null;
    }
  /** Head or base moved, or the base already has the fix: nothing was pushed. */
  | { readonly state: 'superseded'; readonly reason: string }
  | { readonly state: 'not-requested'; readonly reason: string };

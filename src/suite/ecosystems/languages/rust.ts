// Rust packages and workspaces.
import { join } from 'node:path';
import { cargoTest, nextest } from './cargo.ts';
import type { Language } from './types.ts';

export const rust: Language = {
  name: 'Rust',
  runners: [nextest, cargoTest],
  isManifest: (name) => name === 'Cargo.toml',
  manifest: async ({ names }) => (names.includes('Cargo.toml') ? 'Cargo.toml' : null),
  async guess(folder, manifest) {
    const text = (await folder.text('Cargo.toml')) ?? '';
    const isWorkspace = /^\[workspace/m.test(text);
    const usesNextest = (await folder.has('.config/nextest.toml')) && (await folder.program('cargo-nextest'));
    const asks = /^\[(?:[\w.'"()-]+\.)?(?:dev-|build-)?dependencies/m.test(text) || isWorkspace;
    const locked = folder.names.includes('Cargo.lock');
    const line = usesNextest ? 'cargo nextest run' : 'cargo test';
    return {
      runner: usesNextest ? 'cargo nextest' : 'cargo test',
      testCommand: isWorkspace ? `${line} --workspace` : line,
      setupCommand: asks ? `cargo fetch${locked ? ' --locked' : ''}` : null,
      reasons: [
        `Rust: ${manifest}${isWorkspace ? ', a workspace' : ''}`,
        usesNextest ? 'runner cargo nextest: .config/nextest.toml' : 'runner cargo test',
        asks ? 'setup command: there are dependencies' : 'nothing to install: no dependencies',
      ],
    };
  },
  environment({ profile, dependencies, build, home, exists }) {
    const registry = home === null ? null : join(home, '.cargo');
    const isFilled = registry !== null && exists(join(registry, 'registry', 'cache'));
    const toolchains = home === null ? null : join(home, '.rustup');
    return {
      CARGO_HOME: isFilled ? registry : join(dependencies, 'cargo'),
      CARGO_TARGET_DIR: join(build, 'target'),
      CARGO_TERM_COLOR: 'never',
      CARGO_INCREMENTAL: '0',
      RUST_BACKTRACE: '0',
      ...(toolchains !== null && exists(toolchains) ? { RUSTUP_HOME: toolchains } : {}),
      ...(profile === 'test' ? { CARGO_NET_OFFLINE: 'true' } : {}),
    };
  },
};

import { avaDriverSource } from './ava-source.ts';
import { builtSource } from './built-source.ts';
import { coreSource } from './core-source.ts';
import { documentSource } from './document-source.ts';
import { driversSource } from './drivers-source.ts';
import { esmPackageSource } from './esm-source.ts';
import { globalsSource } from './guard-globals-source.ts';
import { guardSource } from './guard-loops-source.ts';
import { jasmineDriverSource } from './jasmine-source.ts';
import { jestKeptSource } from './jest-kept-source.ts';
import { jestDriverSource } from './jest-source.ts';
import { jestStaySource } from './jest-stay-source.ts';
import { loadedTestsSource } from './loaded-tests-source.ts';
import { loopSource } from './loop-source.ts';
import { modulesSource } from './modules-source.ts';
import { staySource } from './stay-source.ts';
import { tapDriverSource } from './tap-source.ts';
import { tidySource } from './tidy-source.ts';
import { uvuDriverSource } from './uvu-source.ts';
import { vitestDocumentSource } from './vitest-document-source.ts';
import { vitestDriverSource } from './vitest-source.ts';

/** CommonJS, for Node 18 and newer. Needs the suite's probe, `REGREEN_TRIAL_DIR` and `REGREEN_TRIAL_ROOT`. */
export const workerSource =
  coreSource +
  tidySource +
  builtSource +
  modulesSource +
  esmPackageSource +
  guardSource +
  globalsSource +
  driversSource +
  loadedTestsSource +
  avaDriverSource +
  uvuDriverSource +
  tapDriverSource +
  jasmineDriverSource +
  vitestDriverSource +
  documentSource +
  vitestDocumentSource +
  jestDriverSource +
  jestStaySource +
  staySource +
  jestKeptSource +
  loopSource;

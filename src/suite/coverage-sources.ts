export const jestCoverageSource = '';
export const vitestReporterSource = '';
export const vitestSetupSource = '';

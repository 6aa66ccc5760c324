import { CONNECTION_FAULTS } from './vendor-fault/connection-faults.js';
import { PAGE_FAULTS } from './vendor-fault/page-faults.js';
import { STATUS_FAULTS } from './vendor-fault/status-faults.js';
import { TEXT_FAULTS } from './vendor-fault/text-faults.js';
import type { VendorFault } from './vendor-fault/vendor-fault.js';

/** Every way in which an answer may go wrong. What happens before any answer is in `ADDRESS_FAULTS`. */
export const VENDOR_FAULTS: VendorFault[] = [...STATUS_FAULTS, ...CONNECTION_FAULTS, ...PAGE_FAULTS, ...TEXT_FAULTS];

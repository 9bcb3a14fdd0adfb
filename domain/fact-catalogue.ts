/** Who should supply a fact, and after how many days since its as-of date it is stale; null is never. */
type Entry = {
  supplier: 'registry' | 'inspection' | 'maintenance' | 'property' | 'insurer' | 'device' | 'resident' | 'rule'
  freshDays: number | null
}

const registry: Entry = { supplier: 'registry', freshDays: null }
const property: Entry = { supplier: 'property', freshDays: null }

/**
 * One entry for every field of contract/elevator.ts Facts. What is built in or written on a certificate does not age;
 * who answers for the elevator is asked again every year, a phone that must answer at night every half year, a bell
 * every month. Records (visits, inspections, policies) carry their own dates and are judged by domain/ride.ts.
 */
export const factCatalogue = {
  district: registry,
  estate: registry,
  address: registry,
  building: registry,
  car: property,
  carMark: property,
  ownNumber: property,
  rescueCode: registry,
  registrationCode: registry,
  deviceCode: registry,
  useCertificate: registry,
  sourceNumber: registry,
  category: registry,
  categoryText: registry,
  useStatus: { supplier: 'registry', freshDays: 365 },
  manufacturer: registry,
  model: registry,
  factoryNumber: registry,
  manufacturedOn: registry,
  installer: registry,
  installedOn: registry,
  inspectionBase: { supplier: 'inspection', freshDays: null },
  designLifeYears: registry,
  addedToBuilding: registry,
  onDemandMaintenance: { supplier: 'maintenance', freshDays: 365 },
  driveMode: registry,
  ratedLoadKg: registry,
  ratedPersons: registry,
  ratedSpeed: registry,
  travelM: registry,
  floors: registry,
  inclination: registry,
  stepWidthMm: registry,
  motorKw: registry,
  location: property,
  carBell: { supplier: 'property', freshDays: 31 },
  runningCosts: { supplier: 'property', freshDays: 365 },
  useUnit: { supplier: 'registry', freshDays: 365 },
  maintenanceUnit: { supplier: 'maintenance', freshDays: 365 },
  safetyOfficer: { supplier: 'property', freshDays: 183 },
  lastVisit: { supplier: 'maintenance', freshDays: null },
  lastInspection: { supplier: 'inspection', freshDays: null },
  lastTest: { supplier: 'inspection', freshDays: null },
  policy: { supplier: 'insurer', freshDays: null },
} as const satisfies Record<string, Entry>

export type FactField = keyof typeof factCatalogue

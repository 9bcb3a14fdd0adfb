import type { ElevatorPage } from '@tima/contract/elevator.ts'

/** The property's 24-hour number, when it has registered one. */
export const propertyPhone = (page: ElevatorPage): string | null => page.facts.useUnit.value?.phone || null

export const maintenancePhone = (page: ElevatorPage): string | null => page.facts.maintenanceUnit.value?.phone || null

/** A masked number (136****0042) is for reading, not for calling. */
export const officerPhone = (page: ElevatorPage): string | null => {
  const phone = page.facts.safetyOfficer.value?.phone
  return phone && !phone.includes('*') ? phone : null
}

/** Numbers for when nothing is known of the city: the national ones. */
export const lastResort = ['110', '119']

import type { EntryInput } from '@tima/domain/entry.ts'
import Taro from '@tarojs/taro'

type Detector = { detect(image: ImageBitmap): Promise<{ rawValue: string }[]> }
type DetectorClass = { new (options: { formats: string[] }): Detector; getSupportedFormats(): Promise<string[]> }

/** Whether this phone can read a plate here and now; where it cannot, the code is typed. */
export async function canScan(): Promise<boolean> {
  if (process.env.TARO_ENV !== 'h5') return true
  const formats = await detectorClass()?.getSupportedFormats().catch((): string[] => [])
  return formats?.includes('qr_code') ?? false
}

/** Lets the person scan a plate with the camera. null: they turned back, or nothing could be read. */
export async function scanPlate(): Promise<EntryInput | null> {
  const text = process.env.TARO_ENV === 'h5' ? await fromPhoto() : await fromScanner()
  return text === null ? null : { typed: text }
}

async function fromScanner(): Promise<string | null> {
  const scanned = await Taro.scanCode({ scanType: PLATES }).catch(() => null)
  if (!scanned) return null
  return scanned.result || sceneOf(scanned.path)
}

// WeChat reads its own round codes as wxCode, a word Taro's types do not have.
const PLATES = ['qrCode', 'wxCode'] as 'qrCode'[]

/** A mini program code carries its scene in the path it opens: pages/elevator/index?scene=7K3MQ9TX4D. */
const sceneOf = (path: string | undefined) => decodeURIComponent(path?.match(/[?&]scene=([^&]*)/)?.[1] ?? '') || null

/** A browser without WeChat takes a picture with the phone's own camera and looks for the code in it. */
async function fromPhoto(): Promise<string | null> {
  const Detector = detectorClass()
  const photo = Detector ? await takePhoto() : null
  if (!Detector || !photo) return null
  const image = await createImageBitmap(photo)
  const found = await new Detector({ formats: ['qr_code'] }).detect(image).catch(() => [])
  image.close()
  return found[0]?.rawValue ?? null
}

const takePhoto = () =>
  new Promise<File | null>((resolve) => {
    const input = document.createElement('input')
    Object.assign(input, { type: 'file', accept: 'image/*', capture: 'environment' })
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null))
    input.addEventListener('cancel', () => resolve(null))
    input.click()
  })

const detectorClass = () => (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector

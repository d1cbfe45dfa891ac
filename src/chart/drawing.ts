import { Resvg } from '@resvg/resvg-js';
import type { EChartsOption } from 'echarts';
import echarts from 'echarts/dist/echarts.common.min.js';

import { openFont, type Font } from './font.ts';
import { HEIGHT, SCALE, WIDTH } from './look.ts';
import { outlineTexts } from './outline-texts.ts';
import { createType, type Type } from './type.ts';

/** Red, green, blue and how opaque. */
const BYTES_OF_PIXEL = 4;

const fontAt = (url: string): Font => openFont(new URL(url));

/** All that is heavy: ECharts, the renderer and the fonts. Loaded when the first chart is drawn. */
export function openDrawing() {
  const type = createType({
    regular: fontAt(import.meta.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')),
    bold: fontAt(import.meta.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf')),
  });
  echarts.setPlatformAPI({ measureText: (text, font) => ({ width: measure(type, text, font ?? '') }) });
  return {
    type,
    draw: (option: EChartsOption): Uint8Array => toPng(outlineTexts(toSvg(option), type)),
    drawSvg: toPng,
  };
}

/** `font` as CSS has it: `bold 20px sans-serif`. */
const measure = (type: Type, text: string, font: string): number =>
  type.width(text, Number(/([\d.]+)px/.exec(font)?.[1] ?? 12), font.includes('bold') ? 'bold' : 'regular');

function toSvg(option: EChartsOption): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: HEIGHT });
  try {
    chart.setOption(option);
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

function toPng(svg: string): Uint8Array {
  const image = new Resvg(svg, { font: { loadSystemFonts: false }, fitTo: { mode: 'zoom', value: SCALE } }).render();
  // The renderer (resvg-js 2.6) does not tell the engine what an image holds, so it would collect too late.
  // An empty buffer of the size, never touched, takes no memory and makes it count.
  void new ArrayBuffer(image.width * image.height * BYTES_OF_PIXEL);
  return image.asPng();
}

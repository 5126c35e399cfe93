import type { Portal } from "@/lib/shared/portal";

type Props = { logo: NonNullable<Portal["logo"]>; alt: string };

/** The logo of the town at its own size. `alt` is empty where the name stands beside it. */
export function LogoImage({ logo: { src, width, height }, alt }: Props) {
  // eslint-disable-next-line @next/next/no-img-element -- a town's own small file: the optimiser would only add a round trip
  return <img src={src} alt={alt} width={width} height={height} />;
}

export default function Page() {
  return <h1>Page nue</h1>;
}

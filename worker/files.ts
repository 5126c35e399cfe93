import { serveOrders } from "@/lib/files/parsing/main";

await serveOrders();

"use client";

import { createContext } from "react";

/**
 * Address that the forms inside post to; their page's own unless told. Without JavaScript React gives the answer of an action
 * to the form that posted it; two forms of one action and one address are the same to it.
 */
export const FormAddressContext = createContext<string | undefined>(undefined);

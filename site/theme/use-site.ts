import { computed, type ComputedRef } from "vue";
import { useData, withBase } from "vitepress";
import { en } from "../text/en.js";
import type { Text } from "../text/text.js";
import { zhCN } from "../text/zh-cn.js";

/** What pages need in the language of the page. */
export interface Site {
  readonly text: ComputedRef<Text>;
  /** The address of a page of the site in the page's language: `page("/codes/")`. */
  readonly page: (path: string) => string;
  readonly codePage: (code: string, service?: string) => string;
  readonly familyPage: (family: string) => string;
  readonly servicePage: (service: string) => string;
  /** The address of a file that is loaded while the site is used, or of the folder. */
  readonly data: (file: string) => string;
}

export function useSite(): Site {
  const { lang } = useData();
  const page = (path: string): string => withBase(lang.value === "zh-CN" ? `/zh-CN${path}` : path);
  return {
    text: computed(() => (lang.value === "zh-CN" ? zhCN : en)),
    page,
    codePage: (code, service) => page(`/codes/#${service === undefined ? "" : `${service}/`}${encodeURIComponent(code)}`),
    familyPage: (family) => page(`/codes/#${encodeURIComponent(family)}.*`),
    servicePage: (service) => page(`/services/${service}`),
    data: (file) => withBase(`/data/${file}`),
  };
}

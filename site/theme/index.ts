import { defineAsyncComponent } from "vue";
import type { Theme } from "vitepress";
import DefaultTheme from "vitepress/theme-without-fonts";
import HomePage from "../components/HomePage.vue";
import "./style.css";

/** The start page comes with the site; every other page loads what it needs. */
const pages = {
  CodesPage: defineAsyncComponent(() => import("../components/CodesPage.vue")),
  PlaygroundPage: defineAsyncComponent(() => import("../playground/PlaygroundPage.vue")),
  RuleList: defineAsyncComponent(() => import("../components/RuleList.vue")),
  ServicePage: defineAsyncComponent(() => import("../components/ServicePage.vue")),
  ServicesPage: defineAsyncComponent(() => import("../components/ServicesPage.vue")),
};

export default {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    app.component("HomePage", HomePage);
    for (const [name, component] of Object.entries(pages)) app.component(name, component);
  },
} satisfies Theme;

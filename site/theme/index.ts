import type { Theme } from "vitepress";
import DefaultTheme from "vitepress/theme-without-fonts";
import CodesPage from "../components/CodesPage.vue";
import HomePage from "../components/HomePage.vue";
import ServicePage from "../components/ServicePage.vue";
import ServicesPage from "../components/ServicesPage.vue";
import "./style.css";

export default {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    for (const [name, component] of Object.entries({ CodesPage, HomePage, ServicePage, ServicesPage })) app.component(name, component);
  },
} satisfies Theme;

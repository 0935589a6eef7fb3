// Stands for modules of Node whose functions are never called in a browser.
export default {};

import { RuleTester } from "@typescript-eslint/rule-tester";

// After each file of tests the parser would forget its programs, and the next one would read the SDK's types again.
RuleTester.afterAll = () => undefined;

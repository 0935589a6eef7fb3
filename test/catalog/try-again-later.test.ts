import { describe, expect, it } from "vitest";

import { saysTryAgainLater } from "../../src/catalog/try-again-later.js";

describe("saysTryAgainLater", () => {
  it.each([
    ["云硬盘忙，请稍后重试。"],
    ["服务器繁忙,请稍后再试。"],
    ["请求频率超限制，请稍等再试。"],
    ["当前操作过于频繁，请 1 分钟后重试。"],
    ["域名已经提交过订单并且正在审核中，请稍候。"],
    ["存在诊断中的作业，请等待作业诊断完成后重试。"],
    ["服务内部错误，请重试。"],
    ["日志查询失败，请稍后重试或缩小查询范围。如果持续不成功，请联系客服进行处理。"],
    ["系统内部错误，请联系客户人员解决或稍后重试。"],
    ["The CBS volume is busy. Please try again later."],
    ["The system is busy, retry in a few minutes."],
    ["Failed to check the domain name. Please try again later."],
    ["Internal error. Please try again or contact us."],
    ["Another snapshot is being created. Wait until it is completed and try again."],
    ["There is a running deployment. Please try again after the deployment is complete."],
    ["サーバーが混雑しています。しばらくしてから再度お試しください。"],
    ["設定の変更に失敗しました。後ほどもう一度お試しください。"],
    ["서버가 혼잡합니다. 나중에 다시 시도하십시오."],
    ["요청이 너무 많습니다. 잠시 후 다시 시도해 주세요."],
  ])("is true of %s", (text) => {
    expect(saysTryAgainLater(text)).toBe(true);
  });

  it.each([
    ["缺少流程id，请检查后重试。"],
    ["用户已欠费, 请充值后重试。"],
    ["模板不存在，请检查模板参数，模板配置，并稍后重试。"],
    ["关联云联网失败。请检查云联网状态并稍后再试。"],
    ["域名未备案，请将域名备案。备案同步周期为2小时，若域名已备案，可稍后重新接入。"],
    ["生成图片审核不通过，请重试。"],
    ["重试次数超过上限"],
    ["Please check the parameters and try again later."],
    ["Correct the signature, then retry."],
    ["The number of retries exceeds the limit."],
    ["Query end time is later than current system time"],
    ["ICP filing is required. If it is already filed, please try later."],
    ["Failed to unbind. Please try again after authorization."],
    ["The disk was released later than expected."],
    ["パラメータを確認してから、再試行してください。"],
    ["パラメータを修正し、しばらくしてから再度お試しください。"],
    ["매개변수를 확인한 후 다시 시도하십시오."],
    ["매개변수를 수정하고 나중에 다시 시도하십시오."],
    [""],
  ])("is false of %s", (text) => {
    expect(saysTryAgainLater(text)).toBe(false);
  });
});

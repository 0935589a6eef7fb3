/*
 * Who else can be behind an error: other clouds, stores and libraries, by the names of their packages on npm, their hosts and
 * headers, and the names that their clients usually go by.
 */
const otherCloudPackage =
  /^(?:@?aws-sdk|@aws-sdk\/|@smithy\/|@azure\/|@google-cloud\/|@alicloud\/|@aliyun|aliyun-|ali-oss|@volcengine\/|@volcengine|@huaweicloud\/|cos-nodejs-sdk-v5|cos-js-sdk-v5|qcloud-cos|@prisma\/client|firebase|@baiducloud\/|tablestore)/;
const otherApi =
  /https?:\/\/(?!(?:[\w-]+\.)*(?:tencentcloudapi|tencentcloud|tencent|qcloud)\.com(?![\w.-]))[\w-]+\.\w|\b(?:aliyuncs|amazonaws|azure|baidubce|googleapis|myhuaweicloud|myqcloud|volcengineapi|volces)\.\w|^x-(?:acs|amz|bce|goog|ms|sdk)-/i;
const otherClient = /^(?:axios|cos|prisma|redis|knex|fs|fsp|fetch|got|db|database|pool|s3|sqs|sns|ec2|dynamo\w*|ddb|lambda|oss|tos|obs|ecs|firestore|firebase|mongo\w*|mysql|sequelize|http|https|net|dns|child_process)$/i;

/** Whether a module is the SDK of another cloud or store; in a file that uses one, a bare `.code` says nothing about whose code it is. */
export function isOtherCloudPackage(module: string): boolean {
  return otherCloudPackage.test(module);
}

/** Whether a text holds a host that is not Tencent's, or a header of another cloud or store; domains also without `https://`. */
export function namesOtherApi(text: string): boolean {
  return otherApi.test(text);
}

/** Whether a name is one that another library's client goes by. */
export function isOtherClientName(name: string): boolean {
  return otherClient.test(name);
}

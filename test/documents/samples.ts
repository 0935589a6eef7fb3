/** Rows of the gateway's table, enough to be recognised by. */
export const GATEWAY_ROWS = [
  "| AuthFailure.SignatureExpire | Signature expired. |",
  "| AuthFailure.SecretIdNotFound | Key does not exist. |",
  "| AuthFailure.TokenFailure | Token error. |",
  "| InvalidAction | The API does not exist. |",
  "| NoSuchVersion | The API version does not exist. |",
  "| RequestLimitExceeded.IPLimitExceeded | IP limit. |",
].join("\n");

/** A page of error codes with the given headings and rows of the service's own table. */
export function errorCodePage(common: string, service: string, rows: string): string {
  return `## Error Codes

### ${common}

| Code | Description |
|--------|------|
${GATEWAY_ROWS}

### ${service}

| Code | Description |
|--------|------|
${rows}
`;
}

/** An API page of one action, whose section 6 is given. */
export function apiPage(section: string): string {
  return `## 1. 接口描述

接口请求域名： emr.tencentcloudapi.com 。

## 2. 输入参数

| 参数名称 | 必选 | 类型 | 描述 |
|---------|---------|---------|---------|
| Action | 是 | String | 公共参数，本接口取值：DescribeInstances |
| Version | 是 | String | 公共参数，本接口取值：2019-01-03 |
| DisplayStrategy | 是 | String | 集群筛选策略。取值范围：<li>clusterList：表示查询除了已销毁集群之外的集群列表</li> |

## 3. 输出参数

| 参数名称 | 类型 | 描述 |
|---------|---------|---------|
| TotalCnt | Integer | 符合条件的实例总数。 |
| ResourceType | String | 资源类型。 |

${section}
`;
}

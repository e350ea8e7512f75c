using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Activities;

/// <summary>What both HTTP activities share: the request is an effect that is sent after the commit; the answer resumes the bookmark.</summary>
internal static class HttpCall
{
    public const string Bookmark = "Elsa.SendHttpRequest";

    public static InputDescriptor[] Inputs() =>
    [
        Describe.Input("Url", "Uri", "网址", "URL", "只能是允许名单中的主机", "Only hosts of the allow-list"),
        Describe.Choice("Method", "方法", "Method", "HTTP 方法", "HTTP method", "GET", "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"),
        Describe.Input("Content", "Object", "内容", "Content", "请求正文", "Body of the request", null, "multiline"),
        Describe.Input("ContentType", "String", "内容类型", "Content type", "例如 application/json", "For example application/json"),
        Describe.Input("Authorization", "String", "授权", "Authorization", "Authorization 头", "Authorization header"),
        Describe.Input("RequestHeaders", "Object", "请求头", "Headers", "其他请求头", "Further headers", null, "json-editor"),
        Describe.Input("ExpectedStatusCodes", "Object", "预期状态码", "Expected status codes", "每个状态码一个出口", "One outcome for each", new JsonArray(200), "multitext"),
    ];

    public static OutputDescriptor[] Outputs() =>
    [
        Describe.Output("StatusCode", "Int32", "状态码", "Status code"),
        Describe.Output("ParsedContent", "Object", "内容", "Content"),
        Describe.Output("ResponseHeaders", "Object", "响应头", "Headers"),
    ];

    public static ActivityResult Send(ActivityContext context)
    {
        if (context.Text("Url") is not { Length: > 0 } url)
        {
            return ActivityResult.Failed("no-url", "No URL is given.");
        }

        var headers = context.Input("RequestHeaders") as JsonObject ?? [];
        if (context.Text("Authorization") is { Length: > 0 } authorization)
        {
            headers["Authorization"] = authorization;
        }

        var bookmark = context.Wait(Bookmark);
        var body = context.Input("Content");
        var text = TypeNames.Text(body);
        var type = context.Text("ContentType") ?? (body is not null && text is null ? "application/json" : null);
        context.Emit(new SendHttpRequest(bookmark, context.Text("Method") ?? "GET", url, headers, type, text ?? body?.ToJsonString()));
        return ActivityResult.Waiting;
    }

    /// <summary>Sets the outputs and reads what came back.</summary>
    public static (int? Status, string? Failure, string Error) Take(ActivityContext context, BookmarkResume resume)
    {
        var answer = resume.Payload as JsonObject;
        context.SetOutput("StatusCode", answer?["StatusCode"]?.DeepClone());
        context.SetOutput("ParsedContent", answer?["Body"]?.DeepClone());
        context.SetOutput("ResponseHeaders", answer?["Headers"]?.DeepClone());
        return ((int?)TypeNames.AsInteger(answer?["StatusCode"]), TypeNames.Text(answer?["Failure"]), TypeNames.Text(answer?["Error"]) ?? "The call got no answer.");
    }
}

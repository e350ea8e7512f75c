using System.Text.Encodings.Web;

namespace CaseMgmt.Designer.Hosting;

/// <summary>The HTML of one document. Everything that moves is done by the frame's script, which starts Blazor itself once its wrap of fetch is in place.</summary>
public static class StudioDocument
{
    private static readonly string[] Styles =
    [
        "_content/MudBlazor/MudBlazor.min.css", "_content/CodeBeam.MudBlazor.Extensions/MudExtensions.min.css",
        "_content/Radzen.Blazor/css/material-base.css", "_content/Elsa.Studio.Shell/css/shell.css",
        "_content/Elsa.Studio.Workflows.Designer/designer.css", "Elsa.Studio.Host.CustomElements.styles.css",
    ];

    private static readonly string[] Scripts =
    [
        "_content/BlazorMonaco/jsInterop.js", "_content/BlazorMonaco/lib/monaco-editor/min/vs/loader.js",
        "_content/BlazorMonaco/lib/monaco-editor/min/vs/editor/editor.main.js", "_content/MudBlazor/MudBlazor.min.js",
        "_content/CodeBeam.MudBlazor.Extensions/MudExtensions.min.js", "_content/Radzen.Blazor/Radzen.Blazor.js",
    ];

    // Our own pages beside Studio; they need none of its 8 MB.
    private static bool IsOurs(string page) => page is "publications" or "trial";

    public static string Of(string page, string id, string language, string nonce, StudioShell shell)
    {
        string[] styles = [.. IsOurs(page) ? [] : Styles, .. shell.Style is { } own ? [own] : (string[])[]];
        return Head(language == "en" ? "Lifecycle designer" : "流程设计", language)
            + "<base href=\"/studio/\">"
            + string.Concat(styles.Select(href => $"<link rel=\"stylesheet\" href=\"{href}\">"))
            + $"<script type=\"module\" nonce=\"{nonce}\" src=\"{shell.Script}\"></script></head>"
            + $"<body data-page=\"{page}\" data-id=\"{HtmlEncoder.Default.Encode(id)}\"><header id=\"frame\"></header><main id=\"stage\"></main>"
            + ErrorBar(language)
            + (IsOurs(page) ? "" : StudioScripts(nonce))
            + "</body></html>";
    }

    private static string StudioScripts(string nonce) =>
        string.Concat(Scripts.Select(source => $"<script nonce=\"{nonce}\" src=\"{source}\"></script>"))
        + $"<script nonce=\"{nonce}\" src=\"_framework/blazor.webassembly.js\" autostart=\"false\"></script>";

    // Studio shows the bar whenever a call of its own was refused and it did not expect that; Blazor itself wires the two classes.
    private static string ErrorBar(string language)
    {
        var (text, reload, dismiss) = language == "en"
            ? ("The last action was not carried out; the saved draft is safe.", "Reload", "Dismiss")
            : ("上一步操作未完成，已保存的草稿不受影响。", "重新加载", "关闭");
        return $"<div id=\"blazor-error-ui\" role=\"alert\" style=\"display:none\">{text} <a href=\"#\" class=\"reload\">{reload}</a> <a href=\"#\" class=\"dismiss\">{dismiss}</a></div>";
    }

    /// <summary>A page for whoever may not see the designer (403), or for a build without it (503).</summary>
    public static string Notice(int status, string language)
    {
        var text = (status == 403, language == "en") switch
        {
            (true, false) => "您的账号没有查看流程定义的权限，请联系管理员。",
            (true, true) => "Your account may not view lifecycle definitions. Ask an administrator.",
            (false, false) => "本次构建未包含流程设计器。请不带 -p:SkipClient=true 重新构建。",
            _ => "This build was made without the designer. Build again without -p:SkipClient=true.",
        };
        return Head(text, language) + $"</head><body><p>{text}</p><p><a href=\"/\">{(language == "en" ? "Home" : "返回首页")}</a></p></body></html>";
    }

    private static string Head(string title, string language) =>
        $"<!doctype html><html lang=\"{(language == "en" ? "en" : "zh-CN")}\"><head><meta charset=\"utf-8\"><title>{title}</title>"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><link rel=\"icon\" type=\"image/svg+xml\" href=\"/favicon.svg\">";
}

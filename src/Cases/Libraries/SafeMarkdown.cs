using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CaseMgmt.Cases.Libraries;

/// <summary>
/// Markdown written by people, as HTML that is safe to insert into a page: raw HTML is shown as text, links and pictures keep only
/// addresses of this site, http, https and mailto.
/// </summary>
public static class SafeMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseSoftlineBreakAsHardlineBreak().Build();

    public static string ToHtml(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var link in document.Descendants<LinkInline>())
        {
            link.Url = IsHarmless(link.Url) ? link.Url : "#";
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !IsHarmless(link.Url) && !link.IsEmail))
        {
            link.Url = "#";
        }

        return document.ToHtml(Pipeline);
    }

    /// <summary>An address without a scheme stays on this site; "//host" does not and is refused.</summary>
    private static bool IsHarmless(string? url)
    {
        if (url is null || url.StartsWith("//", StringComparison.Ordinal) || url.StartsWith('\\') || url.Any(char.IsControl))
        {
            return false;
        }

        return url.StartsWith('/') || url.StartsWith('#')
            || (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto");
    }
}

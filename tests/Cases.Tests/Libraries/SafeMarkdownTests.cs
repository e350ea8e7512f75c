using System.Text.Json.Nodes;
using CaseMgmt.Cases.Improvement;
using CaseMgmt.Cases.Libraries;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Tests.Inbox;

namespace CaseMgmt.Cases.Tests.Libraries;

/// <summary>Hazard entries: written from answers, rendered without anything that could run.</summary>
public sealed class SafeMarkdownTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>", "<script")]
    [InlineData("text <img src=x onerror=alert(1)> text", "<img")]
    [InlineData("[click](javascript:alert(1))", "javascript:")]
    [InlineData("[click](JaVaScRiPt:alert(1))", "aVaScRiPt:")]
    [InlineData("![x](data:text/html;base64,AAAA)", "data:")]
    [InlineData("<javascript:alert(1)>", "href=\"javascript:")]
    [InlineData("[x](//evil.example)", "//evil")]
    [InlineData("[x][1]\n\n[1]: vbscript:x", "vbscript:")]
    public void ToHtml_OfSomethingThatRuns_ShowsItAsTextOrDropsIt(string markdown, string forbidden) =>
        Assert.DoesNotContain(forbidden, SafeMarkdown.ToHtml(markdown), StringComparison.Ordinal);

    [Fact]
    public void ToHtml_OfAnEntry_KeepsHeadingsTablesAndLinks()
    {
        var html = SafeMarkdown.ToHtml("## 根因\n\n|措施|期限|\n|-|-|\n|系统校验|9月|\n\n[GD-1](/cases/1)");
        Assert.Contains("<h2>根因</h2>", html, StringComparison.Ordinal);
        Assert.Contains("<td>系统校验</td>", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/cases/1\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void HazardDraft_FromReplyAndImprovement_TakesTheNewestWordsAndLinksBack()
    {
        var forms = Shipped.Forms();
        var row = new AuditCase { Id = 42, Number = "GD-37030601-202605-00001", Title = "两部制电价未执行（3条）", RootCause = "03" };
        JsonObject improvement = new() { ["rootCause"] = "03", ["analysis"] = "改类流程没有电价校验。", ["measures"] = "- 增加系统校验" };
        var draft = HazardDraft.Of(row, [(forms.Get("handling-reply", 1), Answers.Confirmed()), (forms.Get("improvement", 1), improvement)]);

        Assert.Equal("政策执行偏差", draft.RootCause);
        Assert.Equal("两部制电价未执行（3条）：政策执行偏差", draft.Title);
        Assert.Contains("## 根因分析\n\n改类流程没有电价校验。", draft.BodyMd, StringComparison.Ordinal);
        Assert.Contains("[GD-37030601-202605-00001](/cases/42)", draft.BodyMd, StringComparison.Ordinal);
    }
}

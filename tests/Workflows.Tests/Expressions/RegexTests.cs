namespace CaseMgmt.Workflows.Tests.Expressions;

/// <summary>Patterns that are refused; what the others match is compared with Node.js.</summary>
public sealed class RegexTests
{
    [Theory]
    [InlineData("/(?=a)/", "Look-ahead")]
    [InlineData("/(?!a)/", "Look-ahead")]
    [InlineData("/(?<=a)/", "Look-ahead")]
    [InlineData("/(?<!a)/", "Look-ahead")]
    [InlineData("/(a)\\1/", "Back-references")]
    [InlineData("/(?<x>a)\\k<x>/", "Back-references")]
    [InlineData("/a**/", "Nothing to repeat")]
    [InlineData("/(/", "Unterminated group")]
    [InlineData("/)/", "Unmatched")]
    [InlineData("/[b-a]/", "out of order")]
    [InlineData("/a{2,1}/", "out of order")]
    [InlineData("/a{1,99999}/", "too large")]
    [InlineData("/(a{100}){100}/", "too large")]
    [InlineData("/a/gg", "flag")]
    [InlineData("/a/v", "flag")]
    [InlineData("/\\p{Foo}/u", "not known")]
    public void Pattern_OutsideTheLanguage_IsRefusedWithAReason(string source, string reason) =>
        Assert.Contains(reason, Js.Problem(source).Reason, StringComparison.Ordinal);

    [Fact]
    public void Pattern_ThatBacktracksForever_IsLinearHere() => Assert.Equal("false", Js.Json("/^(a+)+$/.test('a'.repeat(5000) + 'b')"));
}

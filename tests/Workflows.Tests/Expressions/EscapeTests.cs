namespace CaseMgmt.Workflows.Tests.Expressions;

/// <summary>Known ways out of other sandboxes lead nowhere here.</summary>
public sealed class EscapeTests
{
    [Theory]
    [InlineData("({})['constr' + 'uctor']")]
    [InlineData("(() => 1)['constr' + 'uctor']")]
    [InlineData("[]['__pro' + 'to__']")]
    [InlineData("Math.max['call']")]
    [InlineData("''.trim['bi' + 'nd'](null)")]
    [InlineData("({})['__pro' + 'to__'] = {}")]
    [InlineData("Object['getPrototype' + 'Of'](1)")]
    [InlineData("const { constructor: c } = {}; c")]
    [InlineData("Object['define' + 'Property']({}, 'a', {})")]
    [InlineData("Math.max = 1")]
    [InlineData("Math.x = 1")]
    [InlineData("Object.assign(JSON, { parse: 1 })")]
    [InlineData("Array.isArray.x = 1")]
    [InlineData("[].push(...variables)")]
    public void WayOut_TriedAtRunTime_IsAnError(string source) => Assert.Contains(Js.Failure(source), new[] { "unsupported", "type-error" });

    [Fact]
    public void Library_AfterAHostileRun_IsAsBefore()
    {
        Js.Failure("Object.freeze(Math); Math.PI = 3");

        Assert.Equal("3.141592653589793", Js.Json("Math.PI"));
    }

    [Fact]
    public void PropertyNamedProto_FromJson_IsJustAProperty() =>
        Assert.Equal("[{\"__proto__\":1},null]", Js.Json("const o = JSON.parse('{\"__proto__\":1}'); [o, ({}).x]"));
}

namespace CaseMgmt.Workflows.Tests.Expressions;

/// <summary>What the language means, feature by feature, each expectation as Node.js prints it.</summary>
public sealed class LanguageTests
{
    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("2 ** 3 ** 2", "512")]
    [InlineData("-(2 ** 2)", "-4")]
    [InlineData("0.1 + 0.2", "0.30000000000000004")]
    [InlineData("1e21 + 1", "1e+21")]
    [InlineData("1 / 0", "null")]
    [InlineData("-7 % 3", "-1")]
    [InlineData("-1 >>> 0", "4294967295")]
    [InlineData("1 << 33", "2")]
    [InlineData("'5' * '2'", "10")]
    [InlineData("'5' + 2", "\"52\"")]
    [InlineData("null + 1", "1")]
    [InlineData("[] + {}", "\"[object Object]\"")]
    [InlineData("null == undefined", "true")]
    [InlineData("null == 0", "false")]
    [InlineData("'1' == 1", "true")]
    [InlineData("NaN === NaN", "false")]
    [InlineData("'b' > 'a' && '10' < '9'", "true")]
    [InlineData("typeof undefinedThing", "\"undefined\"")]
    [InlineData("typeof null", "\"object\"")]
    [InlineData("'a' in { a: 1 }", "true")]
    [InlineData("(1, 2)", "2")]
    [InlineData("void 0", "null")]
    [InlineData("null ?? 'x'", "\"x\"")]
    [InlineData("0 || 'x'", "\"x\"")]
    [InlineData("0 ?? 'x'", "0")]
    [InlineData("true ? 1 : 2", "1")]
    public void Operator_OnValues_GivesWhatJavaScriptGives(string source, string expected) => Assert.Equal(expected, Js.Json(source));

    [Theory]
    [InlineData("const a = 1; let b = 2; b += a; return b", "3")]
    [InlineData("let i = 0; i++; ++i; i--; i", "1")]
    [InlineData("if (1 > 2) { 'a' } else { 'b' }", "\"b\"")]
    [InlineData("1; if (false) { 2 }", "null")]
    [InlineData("const a = 1\nconst b = 2\na + b", "3")]
    [InlineData("return\n1", "null")]
    [InlineData("{ const a = 1; } typeof a", "\"undefined\"")]
    [InlineData("const a = 1; { const a = 2; } a", "1")]
    [InlineData("let a = null; a ??= 5; a ||= 6; a &&= 7; a", "7")]
    [InlineData("let a = 1, b = 2; [a, b] = [b, a]; `${a}${b}`", "\"21\"")]
    [InlineData("const o = {}; ({ x: o.y, z: o.w = 3 } = { x: 1 }); o", "{\"y\":1,\"w\":3}")]
    [InlineData("{ a: 1, 'b': 2 }", "{\"a\":1,\"b\":2}")]
    [InlineData("twice(2); function twice(x) { return x * 2 }", "4")]
    [InlineData("return twice(2); function twice(x) { return x * 2 }", "4")]
    [InlineData("", "null")]
    public void Statements_InOrder_GiveTheLastOrReturnedValue(string source, string expected) => Assert.Equal(expected, Js.Json(source));

    [Theory]
    [InlineData("[1, 2, 3].map(x => x * 2)", "[2,4,6]")]
    [InlineData("((a, b = a + 1, ...rest) => [a, b, rest])(1, undefined, 3, 4)", "[1,2,[3,4]]")]
    [InlineData("(({ a, b: { c = 5, ...d } = {}, ...e }) => [a, c, d, e])({ a: 1, b: { x: 2 }, y: 3 })", "[1,5,{\"x\":2},{\"y\":3}]")]
    [InlineData("const [a, , b = 9, ...c] = [1, 2, undefined, 4]; [a, b, c]", "[1,9,[4]]")]
    [InlineData("const f = x => { if (x > 1) return 'big'; return 'small' }; [f(1), f(2)]", "[\"small\",\"big\"]")]
    [InlineData("const add = a => b => a + b; add(1)(2)", "3")]
    [InlineData("Math.max(...[1, 5], 3)", "5")]
    [InlineData("({ ...{ a: 1 }, a: 2, ['b' + 1]: 3 })", "{\"a\":2,\"b1\":3}")]
    [InlineData("[...'a中😀']", "[\"a\",\"中\",\"😀\"]")]
    [InlineData("const a = { b: null }; [a?.b?.c.d.e, a.x?.(), a?.['b']]", "[null,null,null]")]
    [InlineData("`a${1 + 1}b${`n${3}`}`", "\"a2bn3\"")]
    [InlineData("const fact = n => n < 2 ? 1 : n * fact(n - 1); fact(20)", "2432902008176640000")]
    public void FunctionsAndPatterns_WithDefaultsRestAndSpread_Bind(string source, string expected) => Assert.Equal(expected, Js.Json(source));

    [Theory]
    [InlineData("for (;;) {}", "loops")]
    [InlineData("while (true) {}", "loops")]
    [InlineData("do {} while (true)", "loops")]
    [InlineData("class A {}", "'class'")]
    [InlineData("try { 1 } catch {}", "'try'")]
    [InlineData("function* g() {}", "Generators")]
    [InlineData("async () => 1", "sync")]
    [InlineData("delete a.b", "'delete'")]
    [InlineData("new Function('x')", "'new' makes only")]
    [InlineData("this.x", "'this'")]
    [InlineData("eval('1')", "not available")]
    [InlineData("''.constructor", "constructor")]
    [InlineData("''['__proto__']", "__proto__")]
    [InlineData("({ __proto__: 1 })", "__proto__")]
    [InlineData("globalThis.x", "not available")]
    [InlineData("x = 1", "not declared")]
    [InlineData("/(?=a)/", "Look-ahead")]
    [InlineData("/(a)\\1/", "Back-references")]
    [InlineData("a ?? b || c", "mixed")]
    [InlineData("-2 ** 2", "parentheses")]
    [InlineData("1n", "BigInt")]
    [InlineData("let a; let a;", "twice")]
    [InlineData("[1,,2]", "holes")]
    [InlineData("f`x`", "Tagged")]
    [InlineData("switch (1) {}", "'switch'")]
    public void Construct_OutsideTheLanguage_IsRefusedWithAReason(string source, string reason) =>
        Assert.Contains(reason, Js.Problem(source).Reason, StringComparison.Ordinal);

    [Fact]
    public void Problem_OnTheThirdLine_NamesLineAndColumn()
    {
        var problem = Js.Problem("const a = 1;\n\n  const b = );");

        Assert.Equal((3, 13), (problem.Line, problem.Column));
    }

    [Theory]
    [InlineData("nothing", "reference-error")]
    [InlineData("null.x", "type-error")]
    [InlineData("({}).f()", "type-error")]
    [InlineData("a; const a = 1", "reference-error")]
    [InlineData("const a = 1; a = 2", "type-error")]
    [InlineData("const k = 'construc' + 'tor'; ''[k]", "unsupported")]
    [InlineData("throw new Error('boom')", "thrown")]
    [InlineData("JSON.parse('{')", "syntax-error")]
    [InlineData("new Date(NaN).toISOString()", "range-error")]
    public void Program_ThatFails_EndsWithAStableCode(string source, string code) => Assert.Equal(code, Js.Failure(source));
}

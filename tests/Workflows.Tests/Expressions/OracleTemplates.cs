namespace CaseMgmt.Workflows.Tests.Expressions;

/// <summary>
/// Shapes of generated programs by the kind of their value. Holes: {n} number, {i} small whole number, {s} text, {b} truth value, {an} array of numbers,
/// {as} array of texts, {ax} array of anything, {o} object, {d} date, {v} anything, {r} pattern, {rg} global pattern.
/// </summary>
internal static class OracleTemplates
{
    public static readonly Dictionary<string, string[]> Leaves = new(StringComparer.Ordinal)
    {
        ["n"] =
        [
            "0", "1", "-1", "2", "7", "10", "0.1", "0.2", "1.5", "2.5", "-2.5", "-0", "1e21", "1e-7", "123456789", "1e300", "5e-324", "4294967296", "2147483648",
            "9007199254740993", "0.000001", "123.456", "1.005", "0xff", "0b101", "1_000", ".5", "5.", "NaN", "Infinity", "-Infinity", "99.99", "1000", "8.345",
            "Number.MAX_SAFE_INTEGER", "Math.PI", "25e-2", "1.45", "-1.5", "1e15", "123456.789e3", "0.5", "100", "3", "variables.N", "variables.D",
        ],
        ["i"] = ["0", "1", "2", "3", "-1", "-2", "5", "10"],
        ["s"] =
        [
            "''", "'a'", "'abc'", "'Hello, World'", "'稽查工单'", "'10'", "' 42 '", "'1e3'", "'0x1F'", "'😀b'", "'a-b-c'", "'aXbXc'", "'line1\\nline2'", "'ÀÉß'",
            "\"it's\"", "`t${1 + 1}`", "'true'", "'2026-11-22'", "'-5.5'", "'ab12cd345'", "'$&'", "'.'", "','", "'  x y  '", "'Infinity'", "variables.S", "'aaa'", "'B'", "'null'", "'z'",
        ],
        ["b"] = ["true", "false", "variables.B"],
        ["an"] = ["[]", "[1]", "[3, 1, 2]", "[10, 9, 1, 100]", "[1, 2, 3, 4, 5]", "[0.5, -1, 2e3]", "[NaN, 1, 0]", "variables.L", "[5, 3, 5, 1, 3]"],
        ["as"] = ["[]", "['a']", "['b', 'a', 'c']", "['x', 'yy', 'zzz']", "['10', '9', '1']", "['甲', '乙']", "['a', 'B', 'c', 'a']"],
        ["ax"] = ["[1, 'a', null]", "[undefined, true, [2, [3]]]", "[[1, 2], [3, 4]]", "[{ a: 1 }, { a: 2 }]", "[[], {}, '']", "[0, '', false, null, NaN, 'x']"],
        ["o"] = ["{}", "{ a: 1 }", "{ a: 1, b: 'x', c: [1, 2] }", "{ b: { c: { d: 5 } } }", "{ 2: 'two', 1: 'one', z: 'last', a: null }", "variables.O", "{ x: undefined, y: NaN, f: () => 1 }"],
        ["d"] =
        [
            "new Date(0)", "new Date(2026, 10, 22)", "new Date(2026, 0, 31, 23, 59, 59, 999)", "new Date('2026-02-28T16:00:00Z')", "new Date('2024-02-29')",
            "new Date(1.7e12)", "new Date('2026-11-22T10:00:00')", "new Date(1988, 5, 1)", "new Date(NaN)", "new Date(2026, 11, 31)", "new Date('1999-12-31T23:30:00+08:00')", "new Date()", "new Date(99, 1)",
            "new Date('2026-03-01 08:30')", "new Date('2026/3/1')", "new Date(-1e12)",
        ],
        ["v"] = ["null", "undefined", "1", "'a'", "true", "[]", "({})", "[1, [2]]", "NaN", "''", "0"],
        ["r"] =
        [
            "/a/", "/\\d+/", "/[a-c]/i", "/(\\w)(\\d)?/", "/^\\s*(\\S+)/", "/b|c|ab/", "/x*/", "/(a)|(b)/", "/[^a-z]+/", "/l+?o?/", "/\\bW/", "/(?:a|b){2}/", "/(?<y>\\d{4})-(?<m>\\d\\d)/",
            "/$/m", "/./s", "/^line/m", "/[\\u4e00-\\u9fa5]+/", "/(a*)*/", "/(a|ab)(c|bcd)?/", "/\\.|,/", "/(z)((a+)?(b+)?(c))*/",
        ],
        ["rg"] = ["/a/g", "/\\d/g", "/[a-z]/gi", "/(\\w)/g", "/x*/g", "/\\s+/g", "/(a)|(b)/g", "/./gu", "/(?<c>[abc])/g", "/\\b/g", "/$/gm", "/l|o/g", "/X|-/g"],
    };

    public static readonly Dictionary<string, string[]> Shapes = new(StringComparer.Ordinal)
    {
        ["n"] =
        [
            "({n} + {n})", "({n} - {n})", "({n} * {n})", "({n} / {n})", "({n} % {n})", "(({n}) ** {i})", "({n} | {n})", "({n} & {n})", "({n} ^ {n})", "({n} << {i})", "({n} >> {i})", "({n} >>> {i})",
            "(-({n}))", "(+{s})", "(~({n}))", "Math.abs({n})", "Math.floor({n})", "Math.ceil({n})", "Math.round({n})", "Math.trunc({n})", "Math.sign({n})", "Math.max({n}, {n}, {n})",
            "Math.min({n}, {n})", "Math.max(...{an})", "Math.min()", "Math.sqrt({n})", "Math.hypot({n}, {n})", "Math.cbrt({i})", "Math.fround({n})", "Math.clz32({n})", "Math.imul({n}, {n})", "Math.sin({n} % 1000)", "Math.cos({n} % 1000)", "Math.tan({n} % 1000)", "Math.atan2({n}, {n})", "Math.asin({n})", "Math.acos({n})", "Math.exp({n})", "Math.log({n})", "Math.log2({n})", "Math.log10({n})", "Math.log1p({n})", "Math.expm1({n})", "Math.sinh({n})", "Math.cosh({n})", "Math.tanh({n})", "Math.asinh({n})", "Math.acosh({n})", "Math.atanh({n})", "Math.atan({n})", "({n}) ** ({n})", "Math.pow({n}, {n})", "(function f(n) { return n <= 1 ? n : f(n - 1) + 1; })({i})", "Math.pow({n}, {i})",
            "parseInt({s})", "parseInt({s}, 16)", "parseInt({s}, {i})", "parseFloat({s})", "Number({v})", "Number({s})", "Number.parseFloat({s})", "{s}.length", "{an}.length",
            "{s}.indexOf({s})", "{s}.lastIndexOf({s})", "{s}.charCodeAt({i})", "{s}.codePointAt({i})", "{s}.search({r})", "{s}.localeCompare({s})", "{an}.indexOf({n})", "{an}.lastIndexOf({n})",
            "{an}.reduce((a, b) => a + b, 0)", "{an}.reduce((a, b) => a * b)", "{an}.findIndex(x => x > {n})", "{an}.findLastIndex(x => x > {n})", "{an}.push({n}, {n})", "{an}.unshift({n})", "{an}.reduceRight((a, b) => a - b, {n})",
            "{d}.getTime()", "{d}.getFullYear()", "{d}.getMonth()", "{d}.getDate()", "{d}.getDay()", "{d}.getHours()", "{d}.getMinutes()", "{d}.getUTCHours()", "{d}.getUTCDate()", "{d}.getTimezoneOffset()",
            "({d} - {d})", "Date.UTC(2026, {i}, {i})", "Date.parse('2026-01-09')", "{d}.setDate({i})", "{d}.setMonth({i}, {i})", "{d}.setHours({i}, {i}, {i}, {i})", "{d}.setUTCMinutes({n})", "+{d}", "{d}.valueOf()", "{d}.setFullYear({i})",
            "({b} ? {n} : {n})", "({n} ?? {n})", "({n} || {n})", "({n} && {n})", "(({v})?.length ?? {n})", "[{n}, {n}][{i}]", "(() => { let t = {n}; t += {n}; t *= 2; t--; return t; })()",
            "(() => { const { a = {n}, ...rest } = {o}; return Object.keys(rest).length; })()", "new Set({an}).size", "new Map(Object.entries({o})).size", "(({an}, 1), {n})", "Number(({n}).toFixed(2))", "void 0",
            "(() => { let i = {i}; return i++ + ++i - i--; })()", "(() => { let a = {n}; a **= 2; a <<= 1; a >>>= 1; a ^= 5; a |= 8; a %= 7; return a; })()", "({n}, {n})", "JSON.stringify({v})?.length",
        ],
        ["i"] = ["{i}", "{s}.length", "{an}.length", "({i} + {i})", "({i} % 3)"],
        ["s"] =
        [
            "({s} + {s})", "({s} + {n})", "({v} + {s})", "({n} + '')", "`${{n}}|${{s}}`", "`${{v}}`", "`${{an}}`", "String({v})", "String({n})", "String({ax})", "{s}.toUpperCase()", "{s}.toLowerCase()", "{s}.trim()", "{s}.trimStart()", "{s}.trimEnd()",
            "{s}.slice({i})", "{s}.slice({i}, {i})", "{s}.substring({i}, {i})", "{s}.substr({i}, {i})", "{s}.charAt({i})", "{s}.at({i})", "{s}[{i}]", "{s}.padStart(8, {s})", "{s}.padEnd({i}, '-')", "{s}.repeat(2)", "{s}.concat({s}, {n})",
            "{s}.replace({s}, {s})", "{s}.replace({r}, {s})", "{s}.replace({rg}, '[$&]')", "{s}.replace({rg}, '$1-$2-$$')", "{s}.replace({r}, (m, ...g) => `<${m}:${g.length}>`)", "{s}.replaceAll({s}, '#')", "{s}.replace({rg}, x => x.toUpperCase())",
            "{s}.replace({r}, \"$`|$'\")", "{an}.join({s})", "{as}.join('-')", "{ax}.join()", "({n}).toString()", "({n}).toFixed(2)", "({n}).toFixed({i} & 3)", "({n}).toPrecision(3)", "({n}).toExponential(2)", "({n}).toString(2)", "({n}).toString(16)", "({n}).toString(36)", "({n}).toExponential()",
            "JSON.stringify({o})", "JSON.stringify({ax})", "JSON.stringify({v}) + ''", "JSON.stringify({o}, null, 2)", "JSON.stringify({o}, ['a', 'b'])", "JSON.stringify({ a: {o}, d: {d} }, (k, v) => typeof v === 'number' ? v + 1 : v)", "typeof {v}", "typeof {o}.a", "typeof nothing",
            "{d}.toISOString()", "JSON.stringify({d}) + ''", "{d}.toString()", "{d}.toDateString()", "{d}.toUTCString()", "({d} + 1)", "({b} ? {s} : {s})", "({s} || {s})", "({v} ?? {s})", "encodeURIComponent({s})", "decodeURIComponent(encodeURIComponent({s}))", "encodeURI({s})",
            "String.fromCharCode({n} & 127, 20013)", "String.fromCodePoint(97 + ({i} & 7), 128512)", "{as}.reduce((a, b) => a + b, '')", "Object.keys({o}).join()", "(({ a, w = {s} }) => `${a}${w}`)({o})", "{s}.split('').reverse().join('')", "[...{s}].join('|')", "({r}).source", "String({r})", "{s}.match({r})?.[0]",
            "{s}.match(/(?<y>\\d+)-(?<m>\\d+)/)?.groups.y", "({r}).exec({s})?.index + ''",
        ],
        ["b"] =
        [
            "!({v})", "!!({v})", "({n} < {n})", "({n} <= {n})", "({n} > {n})", "({n} >= {n})", "({n} === {n})", "({n} !== {n})", "({v} == {v})", "({v} != {v})", "({v} === {v})", "({s} < {s})", "({s} >= {s})", "({v} < {v})", "({v} >= {v})", "({n} == {s})", "({ax} == {s})",
            "({b} && {b})", "({b} || {b})", "{s}.includes({s})", "{s}.startsWith({s})", "{s}.endsWith({s}, {i})", "{s}.startsWith({s}, {i})", "{an}.includes({n})", "{an}.some(x => x > {n})", "{an}.every(x => x > {n})", "({r}).test({s})", "isNaN({v})", "isFinite({n})",
            "Number.isInteger({n})", "Number.isSafeInteger({n})", "Number.isNaN({v})", "Number.isFinite({v})", "Array.isArray({v})", "('a' in {o})", "(0 in {an})", "Object.is({n}, {n})", "Object.hasOwn({o}, 'a')", "{o}.hasOwnProperty('b')", "({d} < {d})", "({d} instanceof Date)", "({v} instanceof Array)", "({ax} instanceof Object)",
            "new Set({an}).has({n})", "new Map([[{n}, 1]]).has({n})", "Boolean({v})", "({d} == {d})", "({o} == {s})", "({an} < {an})", "({v} > {n})",
        ],
        ["an"] =
        [
            "{an}.map(x => x * 2)", "{an}.map((x, i) => x + i)", "{an}.filter(x => x > {n})", "{an}.slice({i})", "{an}.slice({i}, {i})", "{an}.concat({an})", "[...{an}, {n}]", "{an}.sort()", "{an}.sort((a, b) => a - b)", "{an}.sort((a, b) => b - a)", "{an}.sort((a, b) => a > b)", "{an}.reverse()", "{an}.flatMap(x => [x, x])",
            "{as}.map(Number)", "{as}.map(parseInt)", "{s}.split('').map(c => c.charCodeAt(0))", "Array.from({ length: {i} & 7 }, (_, i) => i * i)", "Array.of({n}, {n})", "{an}.fill({n}, {i}, {i})", "[...new Set({an})]", "{an}.toSorted()", "{an}.toReversed()", "{an}.with(0, {n})",
            "(() => { const a = {an}; a.splice({i}, {i}, {n}); return a; })()", "(() => { const a = {an}; return [a.pop(), a.shift(), a.length]; })()", "{an}.toSpliced({i}, 1)", "(() => { const [a, , b = {n}, ...c] = {an}; return [b, a, ...c]; })()", "Object.values({o}).filter(x => typeof x === 'number')",
            "(([a, b]) => [b, a])({an})", "[{n}, {n}, {n}]", "(() => { const a = {an}; a[a.length] = {n}; a.length = 1; return a; })()", "[...{an}.keys()]", "(() => { let [a, b] = [{n}, {n}]; [a, b] = [b, a]; return [a, b]; })()", "[...{an}.entries()].flat()", "Array.from({an}, x => x + 1)", "[].concat({n}, {an}, [[{n}]])",
        ],
        ["as"] =
        [
            "{as}.map(x => x.toUpperCase())", "{as}.sort()", "{as}.sort((a, b) => a.localeCompare(b))", "{s}.split({s})", "{s}.split({r})", "{s}.split({s}, {i})", "{s}.split('')", "Object.keys({o})", "{as}.concat({s})", "[...{s}]", "{s}.match({rg})", "[...{s}.matchAll({rg})].map(m => m[0] + m.index)", "{an}.map(String)", "{an}.map(x => `${x}`)",
            "{as}.filter(Boolean)", "Array.from({s})", "Array.from(new Set({as}))", "{as}.flatMap(x => x.split(''))", "[{s}, {s}]", "Object.entries({o}).map(([k, v]) => `${k}=${String(v)}`)", "{as}.reverse()", "{s}.split(/([-,])/)", "{as}.sort((a, b) => b.length - a.length)", "{as}.map((x, i, all) => all[all.length - 1 - i])",
        ],
        ["ax"] = ["[{v}, {v}]", "{ax}.flat()", "{ax}.flat(Infinity)", "{ax}.concat({v})", "{ax}.filter(x => x)", "{ax}.map(x => typeof x)", "Object.entries({o})", "Object.values({o})", "[{n}, {s}, {b}, {o}]", "{ax}.slice({i})", "[...{ax}, ...{s}]", "{an}.map(x => ({ x }))", "{ax}.sort()", "{s}.match({r})", "({r}).exec({s})", "[...new Map(Object.entries({o}))]", "{ax}.reverse()", "{ax}.map((x, i) => [i, x])"],
        ["o"] =
        [
            "{ a: {v}, b: {n} }", "{ ...{o}, z: {n} }", "{ [{s}]: {n} }", "Object.assign({}, {o}, {o})", "Object.fromEntries(Object.entries({o}))", "JSON.parse(JSON.stringify({o}))", "{ s: {s}, a: {an} }", "(({ a, ...rest }) => rest)({o})", "{an}.reduce((m, x) => ({ ...m, [x]: (m[x] ?? 0) + 1 }), {})", "{ ...{as} }", "{ ...{s} }",
            "(() => { const o = {o}; o.n = {n}; o['m'] = {s}; o.n += 1; return o; })()", "{s}.match(/(?<y>\\d+)-(?<m>\\d+)/)?.groups ?? {}", "{ d: {d}, f: x => x, u: undefined }", "Object.freeze({o})", "Object.fromEntries(new Map([[{s}, {n}]]))", "{ a: { b: {o} } }",
        ],
        ["d"] = ["new Date({d})", "new Date({d}.getTime() + {n})", "new Date(2026, {i}, {i})", "new Date(2020 + ({i} & 7), {i}, {i}, {i}, {n})", "new Date({n})", "new Date({d}.toISOString())", "(() => { const d = {d}; d.setDate(d.getDate() + {i}); return d; })()", "(() => { const d = {d}; d.setMonth(d.getMonth() + {i}, 1); d.setHours(0, 0, 0, 0); return d; })()"],
        ["v"] = ["{n}", "{s}", "{b}", "{an}", "{as}", "{ax}", "({o})", "{d}", "({o})?.a", "({o}).b?.c", "({o})[{s}]", "({v} ?? {v})", "({v} || {v})", "({v} && {v})", "({b} ? {v} : {v})", "{ax}[{i}]", "{ax}.at({i})", "{ax}.find(x => x)", "{ax}.findLast(x => x)", "((x, y = {v}) => y)({v})", "({ax})?.[{i}]?.a?.b", "(() => { if ({b}) { return {v}; } else return {v}; })()", "(x => y => [x, y])({v})({v})", "(function (a, ...b) { return b; })({v}, {v})", "JSON.parse(JSON.stringify({ax}))"],
        ["r"] = ["{r}"],
        ["rg"] = ["{rg}"],
    };

    /// <summary>Whole programs around the values.</summary>
    public static readonly string[] Programs =
    [
        "{v}", "{n}", "{s}", "{b}", "{an}", "{as}", "{ax}", "({o})", "{d}", "const a = {v}; let b = {n}; b += 1; [a, b]", "if ({b}) { {v} } else { {n} }", "const f = (x, { a = {n} } = {}) => [x, a]; f({v}, {o})",
        "let t = {s}; t += {n}; t ??= 'x'; t ||= 'y'; t", "const { a, b: { c } = { c: {n} }, ...rest } = {o}; ({ a, c, rest })", "function g(x, y) { if (!x) { return y; } return [x, y]; } g({v}, {v})", "const xs = {ax}; xs.push({v}); xs",
        "switch ({v}) { case {v}: {s}; case {n}: {n}; break; default: {v} }", "switch ({n} > {n}) { default: {s}; case true: {n}; break; case {b}: {s} }",
        "const pick = x => { switch (x) { case {i}: return {s}; case {i}: if ({b}) break; return {n}; default: { {v} } } return 'end' }; [0, 1, 2, 3].map(pick)",
        "JSON.parse(JSON.stringify({o}), (k, v) => typeof v === 'number' ? v + {n} : v)", "JSON.parse(JSON.stringify({an}), (k, v) => k === '{i}' ? {s} : v)",
        "{as}.sort((a, b) => a.localeCompare(b, 'zh-CN'))", "{s}.localeCompare({s}, 'zh', { numeric: {b} })",
        "{ a: {v}, b: {v} }", "var q = {n}; { let q = {s}; q += 1 } q", "const h = n => n <= 0 ? [] : [n, ...h(n - 1)]; h({i})",
    ];
}

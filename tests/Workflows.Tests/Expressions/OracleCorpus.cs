namespace CaseMgmt.Workflows.Tests.Expressions;

/// <summary>Programs by hand, one a line, for the corners that generated ones seldom reach. Node.js gives the expected values.</summary>
internal static class OracleCorpus
{
    public static string[] Programs => [.. Lines.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0)];

    private const string Lines = """"
        new Array(3).fill(0)
        new Array(2, 3)
        new Array('a')
        new Array(0)
        new Array(2).fill().map((_, i) => i)
        Array(3).join('-')
        [...Array(4).keys()]
        [...Array(2)]
        Array.from(Array(3), (_, i) => i)
        new Array(-1)
        new Array(1.5)
        Array(3).length
        Array(2)[0]
        JSON.stringify(new Array(2))
        'ΑΣ'.toLowerCase()
        'ΑΣΑ'.toLowerCase()
        'Σ'.toLowerCase()
        'ΟΔΥΣΣΕΥΣ ΣΤΟ'.toLowerCase()
        'é'.normalize('NFD').length
        'e\u0301'.normalize().length
        'ﬁ'.normalize('NFKC')
        'a'.normalize('XX')
        'abc'.toLocaleUpperCase()
        new Date('Feb 30 2026').getDate()
        new Date('2026-02-30').getTime()
        new Date('2026-02-31T10:00').getTime()
        new Date('5').getTime()
        new Date('Nov').getTime()
        new Date('Nov 22').getTime()
        new Date('1/2').getTime()
        new Date('13/1/2026').getTime()
        new Date('hello').getTime()
        new Date('hello 5').getTime()
        new Date('hello5').getTime()
        new Date('5 hello').getTime()
        new Date('').getTime()
        new Date('2026年11月22日').getTime()
        new Date('20261122').getTime()
        new Date('12:30').getTime()
        new Date('2026-11-22 25:00').getTime()
        new Date('2026-11-22 24:00').getTime()
        new Date('2026-11-22 10:00 +0300').getTime()
        new Date('2026-11-22T10:00:00+08').getTime()
        new Date('(x) 1 Jan 2026 (y)').getTime()
        Array(3).fill('x').map((v, i) => v + i)
        [...Array(5).keys()]
        new Array(1, 2, 3)
        new Date('Nov 22, 2026').getTime()
        new Date('November 22, 2026 10:30:00').getTime()
        new Date('22 Nov 2026').getTime()
        new Date('11/22/2026').getTime()
        new Date('11/22/2026 14:05').getTime()
        new Date('2026/11/22 14:05:06').getTime()
        new Date('Sun Nov 22 2026 10:00:00 GMT+0800').getTime()
        new Date(new Date(0).toString()).getTime()
        new Date(new Date(0).toUTCString()).getTime()
        new Date('Sun, 22 Nov 2026 02:00:00 GMT').getTime()
        new Date('2026-11-22 10:00:00 AM').getTime()
        new Date('11/22/2026 2:05 PM').getTime()
        Date.parse('2026-1-5')
        new Date('2026-02-30T10:00').getTime()
        new Date('2026.11.22').getTime()
        new Date(2026, 10, 22).toTimeString()
        'İ'.toLowerCase()
        'a'.localeCompare('B')
        'résumé'.normalize('NFD').length
        'abc'.codePointAt(1)
        'a😀b'.at(1)
        [..."a😀b"].length
        'x'.padStart(5, 'ab')
        'a-b_c'.split(/[-_]/)
        '2026-11-22'.replace(/(\d+)-(\d+)-(\d+)/, '$3/$2/$1')
        'aaa'.replaceAll('a', (m, i) => i)
        [...'a1b2'.matchAll(/([a-z])(\d)/g)].map(m => m.groups ?? m[1])
        'abc'.match(/(?<first>a)/).groups.first
        /\p{L}+/u.exec('été!')[0]
        /\p{Script=Han}+/u.exec('ab稽查c')[0]
        /[\u{1F600}-\u{1F64F}]/u.test('😀')
        /a/y.test('ba')
        /a.c/s.test('a\nc')
        JSON.stringify({a:[1,{b:2}]}, null, 2)
        JSON.stringify({a:1,b:2}, ['a'])
        JSON.stringify({d:new Date(0)})
        JSON.stringify('\u2028\ud800')
        JSON.stringify(undefined)
        JSON.stringify(Infinity)
        Object.entries({a:1}).map(([k, v]) => k + v)
        Object.fromEntries([['a', 1]])
        Object.assign({}, {a:1}, null)
        Object.freeze({a:1}).a
        Number('1_000')
        Number('')
        Number('12px')
        parseInt('08')
        parseFloat('1.5.2')
        (25).toString(36)
        (0.1).toString(2)
        (255).toString(16).padStart(4, '0')
        (1.005).toFixed(2)
        (0).toFixed(2)
        (-1.5).toFixed(0)
        (123.456).toPrecision(4)
        (0.00001).toPrecision(1)
        1e21 + 1
        Math.round(-0.5)
        Math.max(...[])
        [3,1,2].toSorted()
        [1,2,3].at(-1)
        [1,2,3,4].findLast(x => x % 2)
        [[1,2],[3]].flat()
        [1,2,3].includes(NaN)
        [NaN].includes(NaN)
        [1,[2,[3]]].toString()
        [5,1,10].sort()
        [3,2,1].sort(undefined)
        Array.isArray([])
        Array.from('abc', c => c.toUpperCase())
        Array.from({length: 3})
        Array.from(new Map([['a', 1]]))
        new Set([1,1,2]).size
        [...new Set([3,1,3])]
        new Map([['a', 1]]).get('a')
        [...new Map([['a', 1]]).entries()]
        typeof nothing
        typeof undefined
        typeof null
        typeof (() => 1)
        nothing
        nothing?.x
        null.x
        undefined.foo
        ({}).a.b
        (x => x)(1)
        ((a, {b = 2, ...c} = {}, ...d) => [a, b, c, d])(1, {e: 5}, 6)
        (() => { let s = 0; [1,2,3].forEach(x => s += x); return s })()
        (() => { throw new Error('boom') })()
        let a = 1, b = 2; a + b
        const f = n => n < 2 ? n : f(n - 1) + f(n - 2); f(15)
        const {a, b: [c, ...d]} = {a: 1, b: [2, 3, 4]}; [a, c, d]
        if (true) { 1 } else { 2 }
        var x = 5; x++; x
        1, 2, 3
        `a${1}b${`c${2}`}`
        void 0
        'a' in {a: 1}
        [] instanceof Array
        2 ** 3 ** 2
        -(2 ** 2)
        1 < 2 < 3
        null ?? 'x'
        0 || null ?? 1
        a?.b
        ({a: {b: () => 7}}).a?.b?.()
        ({}).f?.()
        [1,2,3]?.[1]
        !!'' + 1
        +'0b101'
        0.1 + 0.2
        9007199254740993
        0xff
        1_000_000
        .5 + 5.
        '\x41\u{1F600}\u0041'
        "a\
        /* c */ 1 // d
        encodeURIComponent('稽 查&')
        isNaN('x')
        new Date(2026, 0, 31).toISOString().slice(0, 10)
        new Date(Date.UTC(2026, 0, 31)).getUTCDay()
        new Date(2026, 0, 1) - new Date(2025, 0, 1)
        new Date('invalid').getTime()
        String(new Date('invalid'))
        new Date('x').toISOString()
        new Date(2026, 1, 29).getDate()
        new Date(8.64e15 + 1).getTime()
        typeof Date.now()
        Number.MAX_SAFE_INTEGER + 2
        Number.EPSILON > 0
        (12.34).toString().split('.')
        [10, 1, 3].map(String).sort().join()
        ['1','2','3'].map(parseInt)
        [1,2,3].length = 1
        Object.keys('ab')
        Object.entries([7,8])
        ({...[1,2]})
        ({...'ab'})
        ({...null})
        [...[1,2], ...'ab']
        Math.max(...[1,2,3], 9)
        parseInt(null)
        [1,2,3] + ''
        ({}) + ''
        [] + {}
        [1] == 1
        null == 0
        NaN !== NaN
        'b' > 'a'
        '10' < '9'
        10 < '9'
        'a'.concat(1, null)
        'abc'.substr(-2, 1)
        'abc'.substring(2, 0)
        'abc'.slice(-2)
        'a,b,,c'.split(',', 3)
        'abc'.split('')
        ' a '.trim() + '|'
        'abc'.indexOf('')
        'abc'.lastIndexOf('c', 1)
        'ABC'.charCodeAt(9)
        'abc'[5]
        'abc'.repeat(0)
        'abc'.repeat(-1)
        'ß'.toUpperCase()
        'ǆ'.toUpperCase()
        '\u0130'.toLowerCase().length
        'test'.search(/s/)
        'abc'.isWellFormed()
        variables.N + 1
        variables.missing === undefined
        "missing" in variables
        Object.keys(variables)
        variables.O.b.c ?? 'none'
        variables.N = 7; variables.N * 2
        (function () { return arguments0 })
        typeof (() => 1)
        typeof Math
        typeof Math.max
        typeof Date
        [] == false
        [1] == 1
        [1,2] == '1,2'
        ({}) == '[object Object]'
        null >= 0
        undefined == 0
        '' == 0
        '\n' == 0
        'a' < 'B'
        'a' < 1
        '2' > '12'
        2 > '12'
        NaN != NaN
        true + true
        [] + []
        [] + 1
        ({}) + 1
        1 + null
        1 + undefined
        '3' - 1
        '3' + 1
        +[]
        +[5]
        +[1,2]
        +{}
        +new Date(5)
        +null
        +undefined
        +true
        -'3'
        -0
        Object.is(-0, 0)
        1 / -0
        Math.round(-0.4)
        Math.round(2.5)
        Math.round(-2.5)
        Math.round(0.49999999999999994)
        Math.max()
        Math.min(NaN, 1)
        Math.sign(-3)
        5 % 0
        -5 % 5
        5.5 % 2
        2 ** -1
        (-8) ** (1 / 3)
        10 ** 21
        10 ** 308 * 10
        0.1 * 3
        9007199254740992 + 1
        1e-7
        1e-6
        123456789012345680000
        1234567890123456789012
        0.000001234
        100 ** -2
        1.7976931348623157e308
        5e-324
        4.35
        0.1 + 0.7
        (0.1).toFixed(20)
        (1.005).toFixed(2)
        (0.5).toFixed(0)
        (1.5).toFixed(0)
        (2.5).toFixed(0)
        (-1.5).toFixed(0)
        (-0.0001).toFixed(2)
        (1e21).toFixed(2)
        (123.456).toFixed(1)
        (0).toFixed(2)
        (1.45).toFixed(1)
        (8.345).toFixed(2)
        (10.235).toFixed(2)
        (1e-10).toFixed(2)
        (123456).toPrecision(2)
        (0.00001).toPrecision(1)
        (1.25).toPrecision(2)
        (1234.5678).toExponential(2)
        (0).toExponential()
        (255).toString(16)
        (-255).toString(36)
        (0.1).toString(2)
        (0.5).toString(16)
        (1e21).toString(36)
        (3.14159).toString(8)
        (2 ** 60).toString(36)
        parseInt('12px')
        parseInt('0x1f')
        parseInt('1f', 16)
        parseInt('')
        parseInt('9'.repeat(25))
        parseInt(' -42abc')
        parseInt('101', 2)
        parseInt(null, 36)
        parseInt('1e3')
        parseFloat('3.14abc')
        parseFloat('.5')
        parseFloat('-.5e-2x')
        parseFloat('1e1000')
        parseFloat('e5')
        Number('')
        Number(' 12 ')
        Number('12px')
        Number('0b101')
        Number('0o17')
        Number('-0x10')
        Number('1_000')
        Number('Infinity')
        Number('-Infinity')
        Number('infinity')
        Number('1.')
        Number('.')
        Number('+5')
        Number([7])
        Number(new Date(9))
        String(null)
        String(undefined)
        String([1, [2, 3]])
        String([null, undefined, 1])
        String({})
        String(-0)
        `${[1, 2]}`
        `${{}}`
        'abc'.length
        'abc'[5]
        'abc'.at(-1)
        'abc'.charAt(9)
        'abc'.charCodeAt(9)
        '😀'.length
        '😀'.codePointAt(0)
        '😀'.codePointAt(1)
        [...'😀a']
        '😀'.split('')
        'abc'.substring(2, 0)
        'abc'.substring(-1, 2)
        'abc'.slice(-2)
        'abc'.slice(2, 1)
        'abc'.substr(-2, 1)
        'a,b,,c'.split(',')
        'abc'.split('')
        'abc'.split()
        ''.split(',')
        ''.split('')
        'a1b2c3'.split(/\d/)
        'a1b2c3'.split(/(\d)/)
        'abc'.split(/(?:)/)
        'a b  c'.split(/\s+/, 2)
        'aaa'.replace('a', 'b')
        'aaa'.replaceAll('a', 'b')
        'aaa'.replaceAll('', '-')
        'abc'.replace('b', '[$`|$&|$\']')
        'abc'.replace(/(?<x>b)/, '$<x>$<x>')
        'abc'.replace(/(b)/, '$1$2$01$10$$')
        'abc'.replace(/z*/g, '-')
        'John Smith'.replace(/(\w+)\s(\w+)/, '$2, $1')
        'x1y22'.replace(/\d+/g, (m, at) => m * 2 + '@' + at)
        'abc'.replace('b', undefined)
        'abc'.replace('b', () => '$&')
        '2026-11-22'.match(/(\d+)-(\d+)-(\d+)/).slice(1)
        'aBc'.match(/b/i).index
        'abc'.match(/z/)
        'a1b2'.match(/\d/g)
        [...'a1b2'.matchAll(/[a-z](\d)/g)].map(m => [m[0], m[1], m.index])
        /^(?:\+86)?1[3-9]\d{9}$/.test('13800138000')
        /^[\u4e00-\u9fa5]{2,4}$/.test('张三丰')
        /\p{Script=Han}/u.test('中')
        /^\p{L}+$/u.test('Zażółć')
        /a.c/s.test('a\nc')
        /a.c/.test('a\nc')
        /^b/m.test('a\nb')
        /\bfoo\b/.test('a foo b')
        /[^]/.test('\n')
        /[]/.test('a')
        /a{2,3}/.exec('aaaa')[0]
        /a{2,3}?/.exec('aaaa')[0]
        /a{,3}/.test('a{,3}')
        /(a+)+b/.test('aaaaaaaaaaaaaaaaaaaaaaaaaac')
        /(?:a|ab)(?:c|bcd)(?:d*)/.exec('abcd')[0]
        /(z)((a+)?(b+)?(c))*/.exec('zaacbbbcac')
        /(a*)*/.exec('b')
        /(a*)?/.exec('b')
        /(?:a*?)*?b/.exec('aab')
        /(a|b)*/.exec('abab')
        /((a)|(b))+/.exec('ab')
        /x*y+$/.exec('xxyyy').index
        /[a-z-]+/.exec('ab-c')[0]
        /[\w-]+/.exec('ab-c d')[0]
        /[\d-x]+/.exec('1-x2')[0]
        /\u{1F600}/u.test('😀')
        /^.$/u.test('😀')
        /^.$/.test('😀')
        /[😀]/u.test('😀')
        /ſ/i.test('S')
        /ß/i.test('SS')
        /É/i.test('é')
        /[A-Z]/i.test('k')
        /[^A-Z]/i.test('k')
        /\cJ/.test('\n')
        /\0/.test('\0')
        /[\b]/.test('\b')
        /\//.source
        const r = /a/g; [r.test('aa'), r.lastIndex, r.test('aa'), r.lastIndex, r.test('aa'), r.lastIndex]
        const r = /a/y; r.lastIndex = 1; [r.test('ba'), r.lastIndex, r.test('ba')]
        /a/gi.flags
        String(/a\/b/g)
        JSON.stringify(/a/)
        [3, 20, 100].sort()
        [3, 20, 100, undefined, null].sort()
        ['b', undefined, 'a'].sort()
        [5, 1, 4].sort((a, b) => b - a)
        [5, 1, 4].sort(() => 0)
        [5, 1, 4, 2, 3].sort((a, b) => a < b)
        [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].sort((a, b) => a % 3 - b % 3)
        Array.from({ length: 100 }, (_, i) => (i * 37) % 101).sort((a, b) => a - b)
        Array.from({ length: 60 }, (_, i) => ({ k: i % 3, i })).sort((a, b) => a.k - b.k).map(x => x.i)
        [1, 2, 3].indexOf(4)
        [NaN].indexOf(NaN)
        [NaN].includes(NaN)
        [1, [2, [3, [4]]]].flat(2)
        [1, 2, 3].fill(0, 1)
        [1, 2, 3, 4].splice(1, 2)
        const a = [1, 2, 3, 4]; a.splice(-1); a
        const a = [1, 2, 3, 4]; a.splice(1, 0, 'x', 'y'); a
        const a = [1, 2]; a.splice(); a
        [1, 2, 3].slice(-2, -1)
        [1, 2, 3].at(-4)
        [1, 2, 3].join()
        [[1, 2], [3]].join(';')
        [1, 2, 3].reduce((a, b) => a + b)
        [].reduce((a, b) => a + b, 'x')
        [].reduce((a, b) => a + b)
        [1, 2, 3].reduceRight((a, b) => a + '' + b)
        [1, 2, 3, 4].findLast(x => x % 2)
        [1, 2, 3].every(x => x > 0)
        [].every(x => false)
        [].some(x => true)
        [1, 2, 3].lastIndexOf(3, -2)
        ['1', '2', '3'].map(parseInt)
        ['a', 'b'].entries().next()
        [...['a', 'b'].entries()]
        Array.from('abc', (c, i) => c + i)
        Array.from(new Map([[1, 2]]))
        Array.from({ length: 2, 0: 'x' })
        Array.isArray([])
        [1, 2, 3].with(-1, 9)
        [1, 2, 3].concat(4, [5, [6]])
        const a = [1, 2, 3]; a.length = 1; a
        const a = [1]; a[1] = 2; a
        const a = [3, 1, 2]; a.toSorted(); a
        [1, 2, 3].toString()
        ({ a: 1 }).toString()
        Object.entries({ b: 1, a: 2, 10: 3, 9: 4 })
        Object.keys('ab')
        Object.values([5, 6])
        Object.assign({ a: 1 }, null, { b: 2 }, 'xy')
        Object.fromEntries([['a', 1], ['b', 2]])
        ({ a: 1, ...null, ...[9], ...'z' })
        ({ 'a b': 1, 2: 3, [`k${1}`]: 4 })
        ({ a: 1 }).b?.c.d
        ({ a: { b: () => 5 } }).a?.b?.()
        ({ f(x) { return x + 1 } }).f(2) // function
        const { a = 5, ...r } = { a: undefined, b: 1 }; [a, r]
        const { a: { b: [, c] = [] } = {} } = { a: { b: [1, 2] } }; c
        const { length } = 'abc'; length
        const [a = 1, [b] = [2]] = []; [a, b]
        const [x, ...y] = 'abc'; [x, y]
        (({ a }, [b], ...c) => [a, b, c])({ a: 1 }, [2], 3, 4)
        ((a, b = a * 2, c = a + b) => [a, b, c])(1)
        (a => { a = a + 1; return a })(1)
        const f = (n, acc = 1) => n <= 1 ? acc : f(n - 1, acc * n); f(10)
        const c = (f, g) => x => g(f(x)); c(x => x + 1, x => x * 2)(3)
        [1, 2, 3].map(x => ({ x }))
        let x = 1; { let x = 2; x++; } x
        let i = 5; [i++, i, ++i, i--, --i]
        let a = 5; a += a *= 2; a
        let s = 'a'; s += 1; s += null; s
        let o = { n: 1 }; o.n++; o['n'] += 5; o.n **= 2; o
        let a; a ??= 1; a ??= 2; a
        let a = 0; a ||= 3; a &&= 4; a
        const o = {}; o.a ??= []; o.a.push(1); o
        if (0) 1; else if ('') 2; else 3
        if (1) { if (0) 5 } 
        1; { }
        1; if (0) 2
        1; var z = 2
        1; const z = 2; ;
        var a = 1; var a = 2; a
        (1, 2, 3)
        true ? false ? 1 : 2 : 3
        1 < 2 < 3
        3 > 2 > 1
        !'' + 1
        typeof typeof 1
        void 0 ?? 'x'
        null || undefined ?? 'x'
        (null || undefined) ?? 'x'
        1 || 2 && 3
        1 + + '2'
        1 - -1
        ~5.7
        ~~'7.9'
        -1 >>> 28
        1 << 31
        2 ** 32 >> 0
        2 ** 53 | 0
        -5 >> 1
        5 & 6 | 8 ^ 3
        '5' & '3'
        new Date(0).toISOString()
        new Date(2026, 0).toISOString()
        new Date(2026, 12, 1).toISOString()
        new Date(2026, 1, 0).getDate()
        new Date(2024, 1, 29).getTime()
        new Date('2026-11-22').getTime()
        new Date('2026-11-22T00:00').getTime()
        new Date('2026-11-22T00:00:00+08:00').getTime()
        new Date('2026-11-22T00:00:00.5Z').getTime()
        new Date('2026-11-22T24:00:00Z').getTime()
        new Date('2026-11').getTime()
        new Date('2026').getTime()
        new Date('2026-11-22 10:20:30').getTime()
        new Date('2026/11/22').getTime()
        new Date('nonsense').getTime()
        new Date('').getTime()
        new Date(null).getTime()
        new Date(undefined).getTime()
        new Date(8.64e15 + 1).getTime()
        new Date(8.64e15).toISOString()
        new Date(-62198755200001).toISOString()
        new Date(1986, 4, 4, 2, 30).getTime()
        new Date(1986, 8, 14, 1, 30).getTime()
        new Date(1986, 6, 1).toString()
        new Date(1986, 6, 1).getTimezoneOffset()
        new Date(1900, 0, 1).getTime()
        new Date(2026, 10, 22) - new Date(2026, 10, 20)
        new Date(2026, 10, 22) > new Date(2026, 10, 20)
        new Date(5) + 1
        new Date(5) - 1
        `${new Date(0)}`
        JSON.stringify({ d: new Date(0) })
        JSON.stringify(new Date(NaN))
        Date.UTC(2026, 10)
        Date.UTC(99, 0)
        typeof Date.now()
        new Date().getTime() === Date.now()
        const d = new Date(2026, 0, 31); d.setMonth(1); d.toISOString()
        const d = new Date(2026, 0, 31); d.setDate(0); d.toDateString()
        const d = new Date(2026, 0, 31); d.setHours(25, 61, 61, 1001); d.toISOString()
        const d = new Date(NaN); d.setFullYear(2026); d.getTime()
        const d = new Date(NaN); d.setMonth(3); d.getTime()
        const d = new Date(0); [d.setFullYear(2026, 5), d.setUTCHours(5), d.setMinutes(1, 2, 3), d.setSeconds(70), d.setMilliseconds(-1), d.setTime(5)]
        new Date(2026, 10, 22).toUTCString()
        new Date(0) instanceof Date
        JSON.stringify({ a: undefined, b: () => 1, c: NaN, d: [undefined, () => 1] })
        JSON.stringify('\u2028"\\\n\u0001')
        JSON.stringify('\ud800')
        JSON.stringify(undefined)
        JSON.stringify(null)
        JSON.stringify({ a: [1, { b: 2 }] }, null, 2)
        JSON.stringify([], null, 2)
        JSON.stringify({ a: 1, b: [1, 2] }, null, '--')
        JSON.stringify({ a: 1, b: 2, c: { a: 3, b: 4 } }, ['a', 'c'])
        JSON.stringify({ a: 1, b: 'x' }, (k, v) => typeof v === 'number' ? undefined : v)
        JSON.stringify(new Map([[1, 2]]))
        JSON.stringify(new Set([1]))
        JSON.stringify({ toJSON: 5 })
        JSON.parse('{"a":[1,2,{"b":null}],"c":"\\u4e2d","__proto__":5}')
        JSON.parse(' [1 , 2 ] ')
        JSON.parse('1e3')
        JSON.parse('01')
        JSON.parse('{a:1}')
        JSON.parse('[1,]')
        JSON.parse('"a\nb"')
        JSON.parse('')
        JSON.parse('{"a":1,"a":2}')
        new Map([['a', 1], ['b', 2]]).get('b')
        [...new Map([['a', 1]]).keys(), ...new Map([['a', 1]]).values()]
        const m = new Map(); m.set(NaN, 1).set(0, 2); [m.get(NaN), m.get(-0), m.size, m.has(1), m.delete(0), m.size]
        const s = new Set([3, 1, 3]); s.add(2); [...s]
        const s = new Set('hello'); s.size
        const out = []; new Map([['a', 1]]).forEach((v, k) => out.push(k + v)); out
        Object.fromEntries(new Map([['x', 1]]))
        encodeURIComponent('a b&c=中/😀')
        decodeURIComponent('%E4%B8%AD%20x')
        encodeURI('http://x/中 ?a=b&c#d')
        decodeURI('%2F%20')
        decodeURIComponent('%')
        'ÀÉ'.toLowerCase()
        'straße'.toUpperCase()
        'ﬁ'.toUpperCase()
        'İ'.toLowerCase().length
        'abc'.padStart(6, '12345')
        'abc'.padEnd(6)
        'abc'.padStart(2)
        'abc'.padStart(8, '')
        'ab'.repeat(0)
        'ab'.repeat(-1)
        'ab'.repeat(2.9)
        ' \u00a0\ufeff\u3000x '.trim()
        'a'.localeCompare('b')
        'b'.localeCompare('a')
        'a'.localeCompare('A')
        'a'.localeCompare('a')
        'é'.localeCompare('f')
        '中'.localeCompare('国')
        '10'.localeCompare('9')
        'a b'.localeCompare('ab')
        'a-b'.localeCompare('ab')
        ['张三', '李四', '王五', 'abc', 'ABC', '1', '_', ' '].sort((a, b) => a.localeCompare(b))
        'abc'.includes('')
        'abc'.indexOf('', 10)
        'abc'.lastIndexOf('')
        'canal'.lastIndexOf('a', 2)
        'abc'.startsWith('b', 1)
        'abc'.endsWith('b', 2)
        'abc'.concat(1, null, [2])
        isNaN('x')
        isFinite('5')
        Number.isInteger(5.0)
        Number.isInteger('5')
        Number.EPSILON
        Number.MIN_VALUE
        Boolean([])
        Boolean('false')
        !!document0
        [1, 2, 3] instanceof Array
        ({}) instanceof Object
        (() => 1) instanceof Object
        null instanceof Object
        0 in [1]
        'length' in [1]
        'x' in 'y'
        (({ a: 1 })).hasOwnProperty('a')
        Object.hasOwn({ a: 1 }, 'b')
        Object.is(NaN, NaN)
        Object.freeze([1, 2])
        const o = Object.freeze({ a: 1 }); o.a = 2; o
        Object.isFrozen({})
        null.foo
        undefined.foo
        (void 0)()
        ({}).foo()
        const x = 1; x = 2
        x1; let x1 = 1
        nope
        'a'.foo.bar
        throw new Error('boom')
        throw 'text'
        (() => { throw new TypeError('x') })()
        (() => { return })()
        (() => {})()
        (() => ({}))()
        (x => y => x + y)(1)(2)
        [[1, 2], [3, 4]].map(([a, b]) => a * b)
        [{ a: 1 }, { a: 2 }].map(({ a }) => a)
        [{ a: 1 }, {}].map(({ a = 9 }) => a)
        [1, 2, 3].filter((x, i, all) => all.indexOf(x) === i)
        Object.entries({ a: 1, b: 2 }).map(([k, v]) => `${k}:${v}`).join('&')
        [1, 2, 3, 4].reduce((m, x) => { (m[x % 2 ? 'odd' : 'even'] ??= []).push(x); return m }, {})
        ['x', 'y'].reduce((o, k, i) => ({ ...o, [k]: i }), {})
        Math.max(...[1, 2], ...[3])
        String.fromCharCode(65, 0x4e2d)
        String.fromCodePoint(128512)
        Math.hypot(3, 4)
        Math.cbrt(27)
        Math.log10(1000)
        Math.log2(8)
        Math.exp(1)
        Math.log(10)
        Math.trunc(-4.7)
        Math.clz32(1)
        Math.fround(5.5)
        Math.atan2(1, 1)
        Math.imul(0xffffffff, 5)
        '\x41\u0042\u{43}\t'
        /* c */ 1 // d
        1 /2/ 1
        ({ valueOf: () => 42 }) + 1
        `${{ toString: () => 'T' }}`
        ({ toString: () => 'T' }) + ''
        ({ valueOf: () => 2 }) * 3
        ({ if: 1, class: 2 }).class
        ({ get: 1, set: 2, async: 3 })
        const get = 1, of = 2, async0 = 3; get + of
        function f() { return g() } function g() { return 5 } f()
        const f = function (a, b) { return a - b }; f(5, 3)
        (function fact(n) { return n < 2 ? 1 : n * fact(n - 1) })(5)
        (function f(f) { return f })(3)
        typeof (function f() { return typeof f })()
        (function () { if (true) { return 1 } return 2 })()
        ((a, a2) => a)(1, 2)
        [1,2,3,].length
        ({a:1,}).a
        ((a,) => a)(1)
        Math.max(1,)
        'abc'?.[1]
        null?.[x0.y]
        undefined?.()
        ({ a: null }).a?.b.c.d.e()
        (null)?.a.b
        (({}).a?.b).c
        0 ? 1 : 2 ? 3 : 4
        a0 => a0
        [() => 1, 2]
        NaN
        -Infinity
        undefined
        switch (2) { case 1: 'a'; break; case 2: 'b'; break; default: 'c' }
        switch (3) { case 1: 'a'; break; case 2: 'b'; break; default: 'c' }
        switch (1) { case 1: 'a'; case 2: 'b'; break; default: 'c' }
        switch (9) { default: 'd'; case 1: 'a'; break; case 2: 'b' }
        switch ('1') { case 1: 'number'; break; case '1': 'text' }
        1; switch (5) { case 1: 'a' }
        1; switch (5) { }
        1; switch (1) { case 1: break }
        switch (1) { case 1: 'x'; if (true) { break } 'y' }
        switch (1) { case 1: 'x'; { break } }
        const f = x => { switch (x) { case 'new': return '新'; case 'done': case 'closed': return '完'; default: return '?' } }; ['new', 'done', 'closed', 'x'].map(f)
        const g = n => { switch (true) { case n < 10: return 'small'; case n < 100: return 'middle' } return 'large' }; [1, 10, 100].map(g)
        const h = x => { let r = ''; switch (x) { case 1: r += 'a'; case 2: r += 'b'; break; case 3: r += 'c' } return r }; [1, 2, 3, 4].map(h)
        switch (1) { case 1: let a = 5; a + 1 }
        switch (2) { case 1: let a = 5; break; case 2: a }
        switch (2) { case 1: let b; break; case 2: b = 7; b }
        switch (1) { case 1: const c = 1; case 2: { const c = 2; c } }
        switch (NaN) { case NaN: 'nan'; break; default: 'none' }
        switch ({}) { case {}: 'same'; break; default: 'other' }
        switch (1) { case 1: switch (2) { case 2: 'in'; break } 'out'; break; default: 'no' }
        const k = x => { switch (x) { case 1: switch (2) { case 2: break } return 'after'; default: return 'd' } }; [k(1), k(2)]
        switch (tw(2)) { case 4: tw(3); function tw2(x) { return x } } function tw(x) { return x * 2 }
        switch (1) { case 1: in1(4); break; case 2: function in1(x) { return x + 1 } }
        const m = x => { if (x) { switch (x) { case 1: return 'one'; case 2: { if (x > 1) break; return 'no' } default: return 'many' } } return 'none' }; [0, 1, 2, 3].map(m)
        switch (1) { case (() => 1)(): 'called' }
        break
        const q = () => { break }; q()
        switch (1) { case 1: [1].map(x => { break }) }
        switch (1) { default: 1; default: 2 }
        switch (1) { case 1: 'a'; continue }
        switch (1) { foo: 1 }
        switch 1 { }
        switch (1) { case 1: 'a'
        switch (variables.S) { case 'hello': `${variables.N}!`; break; default: 'bye' }
        let z = 0; switch (z++) { case 0: z; break } z
        JSON.parse('{"a":1,"b":[1,2,{"c":3}]}', (k, v) => typeof v === 'number' ? v * 2 : v)
        JSON.parse('{"a":1,"b":2}', (k, v) => k === 'a' ? undefined : v)
        JSON.parse('[1,2,3]', (k, v) => k === '1' ? 'x' : v)
        JSON.parse('{"a":{"b":{"c":1}},"d":2}', (k, v) => { return k === '' ? Object.keys(v) : v })
        const seen = []; JSON.parse('{"x":[1,{"y":2}],"z":null}', (k, v) => { seen.push(k); return v }); seen
        JSON.parse('{"2":1,"1":2,"a":3}', (k, v) => typeof v === 'number' ? k + v : v)
        JSON.parse('5', (k, v) => [k, v])
        JSON.parse('{"d":"2026-01-02T03:04:05Z"}', (k, v) => k === 'd' ? new Date(v).getTime() : v)
        JSON.parse('{"a":1}', () => undefined)
        JSON.parse('{"a":1}', null)
        JSON.parse('{"a":1}', 'x')
        JSON.parse('{"a":1}', (k, v) => { throw new Error('no') })
        JSON.parse('[]', (k, v) => v)
        JSON.parse('[[],{}]', (k, v) => Array.isArray(v) ? v.length : v)
        ['张三', '李四', '王五', '赵六', '阿斗', '中国', '重庆'].sort((a, b) => a.localeCompare(b, 'zh'))
        ['张三', '李四', '王五', '赵六', '阿斗', '中国', '重庆'].sort((a, b) => a.localeCompare(b, 'zh-CN'))
        ['城关供电所', '北坪供电所', '河口供电所', '石桥供电所', 'A站', 'b站', '1号站', '10号站', '2号站'].sort((a, b) => a.localeCompare(b, 'zh-CN'))
        ['北坪', '城关', 'abc', 'ABC', 'a', '_x', '9', '10', '，', ' '].sort((a, b) => a.localeCompare(b, 'zh-Hans-CN'))
        ['1号', '10号', '2号', '02号'].sort((a, b) => a.localeCompare(b, 'zh-CN', { numeric: true }))
        ['a10', 'a9', 'a1', 'b1'].sort((a, b) => a.localeCompare(b, undefined, { numeric: true }))
        ['a10', 'a9'].sort((a, b) => a.localeCompare(b, 'en', { numeric: false }))
        ['中', '王', '张', '李', '国', '阿', '重'].sort((a, b) => a.localeCompare(b, 'zh-TW'))
        'a'.localeCompare('A', 'zh', { sensitivity: 'base' })
        'a'.localeCompare('á', 'en', { sensitivity: 'base' })
        'a'.localeCompare('á', 'en', { sensitivity: 'accent' })
        'a'.localeCompare('A', 'en', { sensitivity: 'accent' })
        'a'.localeCompare('A', 'en', { sensitivity: 'variant' })
        'a'.localeCompare('b', 'en', { sensitivity: 'base' })
        '张'.localeCompare('王', 'zh', { sensitivity: 'base' })
        '张'.localeCompare('王', 'zh', { sensitivity: 'accent' })
        '张'.localeCompare('王', ['zh-CN', 'en'])
        '张'.localeCompare('王', [])
        '张'.localeCompare('王', undefined)
        '张'.localeCompare('王', 'en-US')
        'a'.localeCompare('b', 'zh', {})
        'é'.localeCompare('f', 'zh')
        'a-b'.localeCompare('ab', 'zh')
        '行'.localeCompare('航', 'zh')
        '长沙'.localeCompare('重庆', 'zh')
        '供电'.localeCompare('供水', 'zh-CN')
        ['单', '仇', '曾', '区', '查', '解', '尉迟'].sort((a, b) => a.localeCompare(b, 'zh'))
        'a'.localeCompare('b', 5)
        new RegExp('/').source
        new RegExp('').source
        new RegExp('a/[/]\\/').source
        new RegExp('a+', 'g').toString()
        new RegExp('a\nb').source
        new RegExp(/x/i).flags
        new RegExp(/x/i, 'g').flags
        new RegExp('(').test('(')
        new RegExp('a', 'gg')
        new RegExp('a', 'q')
        new RegExp('a', undefined).flags
        new RegExp('a', null)
        new RegExp(null).source
        new RegExp(5).test('452')
        new RegExp(undefined).source
        RegExp('\\d+').exec('ab12')[0]
        (r => RegExp(r) === r)(/a/)
        (r => new RegExp(r) === r)(/a/)
        /a/ instanceof RegExp && new RegExp('a') instanceof RegExp
        ['a1', 'b2', 'a3'].filter(x => new RegExp(`^${'a'}`).test(x))
        'a.b.c'.replace(new RegExp('\\.', 'g'), '-')
        'abcb'.match('b').index
        'abc'.match()
        'a.c'.match('.')[0]
        'a.c'.search('.')
        'a.c'.search('\\.')
        'abc'.search()
        [...'abcb'.matchAll('b')].map(m => m.index)
        'abc'.match(null)
        'x[1]'.match('[')
        JSON.stringify({ toJSON: () => 'x' })
        JSON.stringify({ a: { toJSON(k) { return 'k' + k } }, b: [{ toJSON: k => k }] })
        JSON.stringify({ toJSON: () => undefined })
        JSON.stringify({ toJSON: () => ({ toJSON: () => 1, b: 2 }) })
        JSON.stringify({ toJSON: 5 })
        JSON.stringify({ a: { toJSON: () => 3 } }, (k, v) => typeof v === 'number' ? v + 1 : v)
        new Error('x', { cause: 5 }).cause
        new Error('x', {}).cause
        new Error('x').cause
        new SyntaxError('s').name
        new ReferenceError('r') instanceof Error
        new Error('x') instanceof TypeError
        new TypeError('x') instanceof TypeError
        new TypeError('x') instanceof RangeError
        'x' instanceof String
        5 instanceof Number
        [] instanceof Number
        true instanceof Boolean
        ((a, b = 1, c) => 0).length
        ((...a) => 0).length
        (({ a }, [b]) => 0).length
        (function (a, b) { return a }).length
        [1, 2, 3, 4, 5].copyWithin(0, 3)
        [1, 2, 3, 4, 5].copyWithin(1, 0, 3)
        [1, 2, 3, 4, 5].copyWithin(-2, -4, -3)
        [1, 2, 3].copyWithin(5, 0)
        [1, 2, 3].copyWithin(0)
        Object.getOwnPropertyNames({ b: 1, a: 2, 1: 3 })
        Object.getOwnPropertyNames([4, 5])
        Object.getOwnPropertyNames('ab')
        Object.getOwnPropertyNames(null)
        """";
}

namespace IamCore.Policies.Linting.Patterns;

/// <summary>
/// Questions about the languages of globs, answered exactly within a budget (VA-027, AN-030). Inclusion of a pattern with a variable holds
/// for every value of the variable; for intersection a variable may be any text.
/// </summary>
internal static class PatternAlgebra
{
    /// <summary>States that one question may visit before it is left unproven.</summary>
    private const int MaxStates = 4096;

    /// <summary>Whether every text of <paramref name="inner"/> is one of <paramref name="outer"/>. False also where the budget ends first.</summary>
    public static bool Includes(GlobPattern outer, GlobPattern inner, WorkBudget budget)
    {
        if (!budget.TryTake(outer.Symbols.Length + inner.Symbols.Length + 1L))
        {
            return false;
        }

        if (Absorbs(outer.Symbols, inner.Symbols, budget))
        {
            return true;
        }

        // Without `?` in the outer pattern a fresh letter for each wildcard of the inner one is a counterexample (AN-030).
        return outer.HasAnyOne && !inner.IsLiteral && IncludesAll([outer], inner, budget);
    }

    /// <summary>Whether every text of <paramref name="inner"/> is one of some pattern in <paramref name="outer"/>.</summary>
    public static bool IncludedInUnion(ReadOnlySpan<GlobPattern> outer, GlobPattern inner, WorkBudget budget)
    {
        var hasAnyOne = false;
        foreach (var pattern in outer)
        {
            if (Includes(pattern, inner, budget))
            {
                return true;
            }

            hasAnyOne |= pattern.HasAnyOne;
        }

        // Without `?` in any of them the counterexample of one is the counterexample of all.
        return hasAnyOne && outer.Length > 1 && !inner.IsLiteral && IncludesAll(outer, inner, budget);
    }

    /// <summary>Whether the two unions are the same language.</summary>
    public static bool UnionsAreEqual(ReadOnlySpan<GlobPattern> a, ReadOnlySpan<GlobPattern> b, WorkBudget budget)
    {
        foreach (var pattern in a)
        {
            if (!IncludedInUnion(b, pattern, budget))
            {
                return false;
            }
        }

        foreach (var pattern in b)
        {
            if (!IncludedInUnion(a, pattern, budget))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether some text is in both languages. Costs at most the product of the lengths; true also where the budget ends first.</summary>
    public static bool Intersects(GlobPattern a, GlobPattern b, WorkBudget budget)
    {
        var x = a.Symbols;
        var y = b.Symbols;
        if (!budget.TryTake(x.Length + y.Length + 1L))
        {
            return true;
        }

        // Literal ends differ: no common text.
        for (var i = 0; i < x.Length && i < y.Length && x[i] >= 0 && y[i] >= 0; i++)
        {
            if (x[i] != y[i])
            {
                return false;
            }
        }

        for (var i = 1; i <= x.Length && i <= y.Length && x[^i] >= 0 && y[^i] >= 0; i++)
        {
            if (x[^i] != y[^i])
            {
                return false;
            }
        }

        if (!budget.TryTake((long)x.Length * y.Length))
        {
            return true;
        }

        // reach[j]: whether some text takes both patterns to position i of x and j of y.
        Span<bool> reach = y.Length < 256 ? stackalloc bool[y.Length + 1] : new bool[y.Length + 1];
        Span<bool> next = y.Length < 256 ? stackalloc bool[y.Length + 1] : new bool[y.Length + 1];
        reach[0] = true;
        for (var i = 0; ; i++)
        {
            next.Clear();
            for (var j = 0; j <= y.Length; j++)
            {
                if (!reach[j])
                {
                    continue;
                }

                var xRuns = i < x.Length && Runs(x[i]);
                var yRuns = j < y.Length && Runs(y[j]);
                if (xRuns)
                {
                    next[j] = true;
                }

                if (j < y.Length && (yRuns || xRuns))
                {
                    reach[j + 1] = true;
                }

                if (i < x.Length && yRuns)
                {
                    next[j] = true;
                }

                if (i < x.Length && j < y.Length && !xRuns && !yRuns
                    && (x[i] == y[j] || x[i] == PatternSymbols.AnyOne || y[j] == PatternSymbols.AnyOne))
                {
                    next[j + 1] = true;
                }
            }

            if (i == x.Length)
            {
                return reach[y.Length];
            }

            next.CopyTo(reach);
        }
    }

    /// <summary>Whether the text is in the language; a variable in the pattern matches nothing.</summary>
    public static bool Matches(GlobPattern pattern, ReadOnlySpan<int> text, WorkBudget budget) => Absorbs(pattern.Symbols, text, budget);

    private static bool Runs(int symbol) => symbol == PatternSymbols.AnyRun || PatternSymbols.IsVariable(symbol);

    /// <summary>
    /// Walks the inner symbols as a text: a run is absorbed by a run only, <c>?</c> by both wildcards, a variable by a run or itself. Yes is
    /// always right.
    /// </summary>
    private static bool Absorbs(ReadOnlySpan<int> outer, ReadOnlySpan<int> inner, WorkBudget budget)
    {
        int at = 0, star = -1, mark = 0, steps = 0;
        for (var i = 0; i < inner.Length; steps++)
        {
            if (at < outer.Length && outer[at] == PatternSymbols.AnyRun)
            {
                star = at++;
                mark = i;
            }
            else if (at < outer.Length && (outer[at] == inner[i] || (outer[at] == PatternSymbols.AnyOne && inner[i] >= 0)))
            {
                at++;
                i++;
            }
            else if (star >= 0)
            {
                at = star + 1;
                i = ++mark;
            }
            else
            {
                return false;
            }
        }

        while (at < outer.Length && outer[at] == PatternSymbols.AnyRun)
        {
            at++;
        }

        return budget.TryTake(steps) && at == outer.Length;
    }

    private static bool IncludesAll(ReadOnlySpan<GlobPattern> outer, GlobPattern inner, WorkBudget budget) =>
        new InclusionSearch(outer, inner, MaxStates, budget).Holds();
}

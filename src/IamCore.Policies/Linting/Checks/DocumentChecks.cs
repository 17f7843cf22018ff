using IamCore.Policies.Linting.Model;
using IamCore.Policies.Linting.Rules;
using IamCore.Policies.Parsing;

namespace IamCore.Policies.Linting.Checks;

/// <summary>The document as a whole: version, identifiers, misplaced variables, size, characters.</summary>
internal static class DocumentChecks
{
    public static void Check(LintRun run)
    {
        CheckVersion(run);
        CheckVariablesInOldVersion(run);
        CheckMisplacedVariables(run);
        CheckCharacters(run);
        SizeChecks.Check(run);

        var statements = run.Policy.StatementNode;
        if (statements >= 0 && run.Tree[statements].Kind == SourceKind.Array && run.Tree[statements].Count == 0)
        {
            run.Report(Errors.MissingStatement, Place.Value(statements)); // VA-105
        }
    }

    /// <summary>VA-411; control policies need the newer version, which the parser says. VA-716.</summary>
    private static void CheckVersion(LintRun run)
    {
        if (run.Policy.VersionNode < 0)
        {
            if (!Elements.IsControl(run.Type))
            {
                run.Report(Warnings.MissingVersion, Place.Opening(0));
            }
        }
        else if (run.Policy.Version == PolicyDocument.Version2008 && !Elements.IsControl(run.Type))
        {
            run.Report(OwnRules.OldVersion, Place.Value(run.Policy.VersionNode));
        }
    }

    /// <summary>One finding with all places where a variable would be without the old version (VA-121).</summary>
    private static void CheckVariablesInOldVersion(LintRun run)
    {
        if (!run.Policy.IsOld)
        {
            return;
        }

        Draft? draft = null;
        foreach (var value in VariableValues(run))
        {
            if (!TextForms.TryFindVariable(value.Text, out var start, out var length))
            {
                continue;
            }

            var place = Place.Substring(value.Node, start, length);
            draft = draft is null
                ? run.Report(Errors.VariableUnsupportedInVersion, place, ("variable", value.Text.Substring(start, length)))
                : draft.And(place);
        }
    }

    /// <summary>The texts in which variables have a meaning, in document order.</summary>
    private static IEnumerable<TextNode> VariableValues(LintRun run) =>
        run.Policy.Statements.SelectMany(s =>
            (s.Resource?.Values ?? []).Concat(s.NotResource?.Values ?? []).Concat(s.Conditions.SelectMany(c => c.Element.Values)))
            .OrderBy(v => v.Node);

    /// <summary>
    /// Variables where they are plain text (VA-120). Those in actions, principals and the fields of ARNs the parser refuses.
    /// </summary>
    private static void CheckMisplacedVariables(LintRun run)
    {
        ReportVariable(run, run.Policy.VersionNode, PlacePart.Value);
        if (!run.Policy.UsesVariables)
        {
            return;
        }

        ReportVariable(run, run.Policy.IdNode, PlacePart.Value);
        foreach (var statement in run.Policy.Statements)
        {
            ReportVariable(run, statement.SidNode, PlacePart.Value);
            ReportVariable(run, statement.EffectNode, PlacePart.Value);
            if (statement.ConditionNode < 0)
            {
                continue;
            }

            foreach (var operatorNode in run.Tree.ChildrenOf(statement.ConditionNode))
            {
                ReportVariable(run, operatorNode, PlacePart.Name);
                if (run.Tree[operatorNode].Kind != SourceKind.Object)
                {
                    continue;
                }

                foreach (var key in run.Tree.ChildrenOf(operatorNode))
                {
                    ReportVariable(run, key, PlacePart.Name);
                }
            }
        }
    }

    private static void ReportVariable(LintRun run, int node, PlacePart part)
    {
        if (node < 0 || (part == PlacePart.Value && run.Tree[node].Kind != SourceKind.String))
        {
            return;
        }

        ref readonly var n = ref run.Tree[node];
        var raw = part == PlacePart.Name ? run.Tree.Utf8[n.NameStart..n.NameEnd] : run.Tree.Utf8[n.Start..n.End];
        if (raw.IndexOf("${"u8) < 0)
        {
            return;
        }

        var text = part == PlacePart.Name ? run.Tree.NameOf(node) : run.Tree.TextOf(node);
        if (TextForms.TryFindVariable(text, out var start, out var length))
        {
            run.Report(
                Errors.VariableUnsupportedInElement, new Place(node, part, start, length), ("variable", text.Substring(start, length)));
        }
    }

    /// <summary>Characters that AWS does not store: one finding with all tokens that hold one (VA-701, PL-007).</summary>
    private static void CheckCharacters(LintRun run)
    {
        if (!run.IsAws || FirstForbidden(run.Tree.Utf8) < 0)
        {
            return;
        }

        Draft? draft = null;
        for (var node = 0; node < run.Tree.Count; node++)
        {
            ref readonly var n = ref run.Tree[node];
            if (n.NameStart >= 0)
            {
                Look(n.NameStart, n.NameEnd, Place.Name(node));
            }

            if (n.Kind == SourceKind.String)
            {
                Look(n.Start, n.End, Place.Value(node));
            }
        }

        void Look(int start, int end, Place place)
        {
            var token = run.Tree.Utf8[start..end];
            var found = FirstForbidden(token);
            if (found >= 0)
            {
                _ = System.Text.Rune.DecodeFromUtf8(token[found..], out var character, out _);
                draft = draft?.And(place)
                    ?? run.Report(OwnRules.InvalidCharacter, place, ("character", character.Value.ToString("X4", System.Globalization.CultureInfo.InvariantCulture)));
            }
        }
    }

    /// <summary>The first byte of a character above U+00FF.</summary>
    private static int FirstForbidden(ReadOnlySpan<byte> utf8) => utf8.IndexOfAnyInRange((byte)0xC4, (byte)0xFF);
}

using System.Text;
using IamCore.Policies.Variables;

namespace IamCore.Policies.Parsing;

/// <summary>Finds the warnings of a document (PL-210), walking document and source side by side. Costs one more reading of the text.</summary>
internal sealed partial class WarningFinder
{
    private const byte FirstByteBeyondLatin1 = 0xC4;

    private readonly PolicyDocument _document;
    private readonly SourceTree _tree;
    private readonly SourceText _places;
    private readonly List<(int Offset, PolicyWarning Warning)> _found = [];

    private WarningFinder(PolicyDocument document, SourceTree tree, SourceText places)
    {
        _document = document;
        _tree = tree;
        _places = places;
    }

    /// <summary>The warnings in document order, those of one place in the order of PL-210.</summary>
    public static ValueList<PolicyWarning> Find(PolicyDocument document)
    {
        var utf8 = document.Source.Memory;
        if (!SourceTree.TryRead(utf8, out var tree, out _, out _))
        {
            return ValueList<PolicyWarning>.Empty;
        }

        var finder = new WarningFinder(document, tree, new SourceText(utf8));
        finder.CheckDocument();
        finder._found.Sort(static (a, b) => a.Offset != b.Offset ? a.Offset.CompareTo(b.Offset) : a.Warning.Code.CompareTo(b.Warning.Code));
        return [.. finder._found.Select(f => f.Warning)];
    }

    private void CheckDocument()
    {
        CheckCharacters();
        var statements = _tree.Find(0, "Statement"u8);
        if (_tree[statements].Kind == SourceKind.Object)
        {
            CheckStatement(statements, _document.Statements[0]);
            return;
        }

        foreach (var node in _tree.ChildrenOf(statements))
        {
            CheckStatement(node, _document.Statements[_tree[node].Ordinal]);
        }
    }

    private void CheckCharacters()
    {
        var offset = _tree.Utf8.IndexOfAnyInRange(FirstByteBeyondLatin1, byte.MaxValue);
        if (offset < 0)
        {
            return;
        }

        // Nodes stand in document order, so the last one round the character is the innermost.
        var innermost = 0;
        for (var node = 1; node < _tree.Count; node++)
        {
            ref readonly var n = ref _tree[node];
            innermost = offset >= (n.NameStart < 0 ? n.Start : n.NameStart) && offset < n.End ? node : innermost;
        }

        AddAt(PolicyWarningCode.Charset, offset, "AWS stores no characters beyond U+00FF", PathOf(innermost));
    }

    private void CheckStatement(int node, Statement statement)
    {
        foreach (var member in _tree.ChildrenOf(node))
        {
            switch (Elements.OfStatement(Encoding.UTF8.GetBytes(_tree.NameOf(member))))
            {
                case Element.Sid when statement.Sid!.Length == 0:
                    AddAtValue(PolicyWarningCode.EmptySid, member, "An empty Sid counts as none");
                    break;
                case Element.Principal:
                    CheckPrincipal(member, statement.Principal!, statement);
                    break;
                case Element.NotPrincipal:
                    CheckPrincipal(member, statement.NotPrincipal!, statement);
                    break;
                case Element.Action:
                    CheckEntries(member, statement.Action!, RedundantEntries.OfActions(statement.Action!));
                    break;
                case Element.NotAction:
                    CheckEntries(member, statement.NotAction!, RedundantEntries.OfActions(statement.NotAction!));
                    CheckNot(PolicyWarningCode.AllowNotAction, member, statement, "Allow with NotAction allows all other actions, also those to come");
                    break;
                case Element.Resource:
                    CheckResources(member, statement.Resource!);
                    break;
                case Element.NotResource:
                    CheckResources(member, statement.NotResource!);
                    CheckNot(PolicyWarningCode.AllowNotResource, member, statement, "Allow with NotResource allows all other resources, also those to come");
                    break;
                case Element.Condition:
                    CheckCondition(member, statement);
                    break;
            }
        }
    }

    private void CheckNot(PolicyWarningCode code, int member, Statement statement, string message)
    {
        if (statement.Effect == Effect.Allow)
        {
            AddAt(code, _tree[member].NameStart, message, PathOf(member));
        }
    }

    private void CheckResources(int member, ValueList<string> entries)
    {
        CheckEntries(member, entries, RedundantEntries.OfResources(entries));
        CheckOldVariables(member, entries);
    }

    /// <summary>A list of texts: empty, or with entries that others cover.</summary>
    private void CheckEntries(int list, ValueList<string> entries, IEnumerable<int> redundant)
    {
        if (entries.Count == 0)
        {
            AddAtValue(PolicyWarningCode.EmptyList, list, $"{_tree.NameOf(list)} is empty");
        }

        AddAtItems(PolicyWarningCode.RedundantEntry, list, redundant, "Another entry covers this one");
    }

    private void CheckOldVariables(int list, ValueList<string> entries)
    {
        if (!_document.UsesVariables)
        {
            AddAtItems(
                PolicyWarningCode.VariableInOldVersion,
                list,
                Enumerable.Range(0, entries.Count).Where(i => VariableText.HasVariable(entries[i])),
                "Without \"Version\": \"2012-10-17\" this is not a variable but ordinary text");
        }
    }

    private void CheckPrincipal(int member, PrincipalElement principal, Statement statement)
    {
        var isOpenTrust = _document.Type == PolicyType.Trust && statement.Condition is null or { Count: 0 };
        if (principal.IsEveryone)
        {
            AddOpenTrust(member, isOpenTrust);
            return;
        }

        if (_tree[member].Count == 0)
        {
            AddAtValue(PolicyWarningCode.EmptyList, member, $"{_tree.NameOf(member)} is empty");
        }

        var everyone = new PrincipalEntry(PrincipalEntryType.Aws, "*");
        var hasEveryone = principal.Entries.Contains(everyone);
        var seen = new HashSet<PrincipalEntry>();
        var next = 0;
        foreach (var list in _tree.ChildrenOf(member))
        {
            var count = _tree[list].Kind == SourceKind.Array ? _tree[list].Count : 1;
            var entries = principal.Entries.Skip(next).Take(count).ToArray();
            next += count;
            if (count == 0)
            {
                AddAtValue(PolicyWarningCode.EmptyList, list, $"{_tree.NameOf(list)} is empty");
            }

            AddAtItems(
                PolicyWarningCode.RedundantEntry,
                list,
                [.. Enumerable.Range(0, count).Where(i => !seen.Add(entries[i]) | (hasEveryone && entries[i] != everyone))],
                "Another entry covers this one");
            foreach (var item in Items(list, Enumerable.Range(0, count).Where(i => entries[i] == everyone)))
            {
                AddOpenTrust(item, isOpenTrust);
            }
        }
    }

    private void AddOpenTrust(int node, bool isOpenTrust)
    {
        if (isOpenTrust)
        {
            AddAtValue(PolicyWarningCode.WildcardPrincipalInTrust, node, "Everyone is trusted, without a condition");
        }
    }
}

using IamCore.Model;

namespace IamCore.Callers;

/// <summary>
/// A caller whose identity has been proven by a long-term key or a session. It says who calls, not what the caller is allowed to do.
/// </summary>
public abstract class Caller
{
    private protected Caller(AccountId account, ObjectKey entity)
    {
        Account = account;
        Entity = entity;
    }

    /// <summary>The account the principal belongs to.</summary>
    public AccountId Account { get; }

    /// <summary>The key of the acting user or role, by unique id; the key of the account if its root user acts.</summary>
    public ObjectKey Entity { get; }

    /// <summary>Whether the principal is an account's root user, including a root task session (ST-101).</summary>
    public bool IsRoot => Entity.Kind == ObjectKind.Account;

    /// <summary>What was found about the caller when it was last authorized; it spares later requests the lookup.</summary>
    internal CallerPrincipal? Known
    {
        get => Volatile.Read(ref field);
        set => Volatile.Write(ref field, value);
    }
}

"""Names of LaTeX commands → characters and the kinds of atoms that they make (LaTeX, amssymb, stmaryrd and common others)."""

from booklet.lettering.mathematics.tree import Kind

_ORDINARY = """
alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ varkappa ϰ lambda
λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ
omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω digamma ϝ infty ∞ partial ∂
nabla ∇ hbar ℏ hslash ℏ ell ℓ wp ℘ Re ℜ Im ℑ aleph ℵ beth ℶ gimel ℷ daleth ℸ imath 𝚤 jmath 𝚥 eth ð forall ∀ exists ∃
nexists ∄ neg ¬ lnot ¬ top ⊤ bot ⊥ emptyset ∅ varnothing ∅ prime ′ backprime ‵ angle ∠ measuredangle ∡ sphericalangle
∢ triangle △ triangledown ▽ vartriangle △ square □ Box □ blacksquare ■ Diamond ◇ lozenge ◊ blacklozenge ⧫
blacktriangle ▲ blacktriangledown ▼ bigstar ★ clubsuit ♣ diamondsuit ♢ heartsuit ♡ spadesuit ♠ flat ♭ natural ♮ sharp
♯ surd √ complement ∁ mho ℧ Finv Ⅎ circledS Ⓢ checkmark ✓ maltese ✠ degree ° celsius ℃ P ¶ S § copyright © pounds £
euro € dag † ddag ‡ vert | Vert ‖ backslash \\ lbrack [ rbrack ] micro µ ohm Ω angstrom Å AA Å ss ß ae æ oe œ o ø L Ł
l ł i ı textdegree ° textmu µ textasciitilde ~ textbackslash \\ textbar | qed ∎ QED ∎ hyphen ‐ yen ¥ cent ¢ permil ‰
perthousand ‰ ldots … dots … dotsc … dotso … mathellipsis … textellipsis … Bbbk 𝕜 diagup ╱ diagdown ╲
"""
_BINARY = """
pm ± mp ∓ times × div ÷ cdot ⋅ cdotp ⋅ ast ∗ star ⋆ circ ∘ bullet ∙ cap ∩ cup ∪ uplus ⊎ sqcap ⊓ sqcup ⊔ vee ∨ lor ∨
wedge ∧ land ∧ setminus ∖ smallsetminus ∖ wr ≀ diamond ⋄ bigtriangleup △ bigtriangledown ▽ triangleleft ◁
triangleright ▷ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ bigcirc ◯ dagger † ddagger ‡ amalg ⨿ ltimes ⋉ rtimes ⋊
leftthreetimes ⋋ rightthreetimes ⋌ curlywedge ⋏ curlyvee ⋎ barwedge ⊼ veebar ⊻ doublebarwedge ⌆ Cap ⋒ Cup ⋓ boxplus ⊞
boxminus ⊟ boxtimes ⊠ boxdot ⊡ circledast ⊛ circledcirc ⊚ circleddash ⊝ intercal ⊺ dotplus ∔ divideontimes ⋇ centerdot
⋅ lhd ⊲ rhd ⊳ unlhd ⊴ unrhd ⊵ gtrdot ⋗ lessdot ⋖ And &
"""
_RELATION = """
leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ lt < gt > ll ≪ gg ≫ lll ⋘ ggg ⋙ leqslant ⩽ geqslant ⩾ leqq ≦ geqq ≧ equiv ≡ sim ∼
simeq ≃ approx ≈ approxeq ≊ cong ≅ asymp ≍ doteq ≐ doteqdot ≑ Doteq ≑ propto ∝ varpropto ∝ in ∈ notin ∉ ni ∋ owns ∋
subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ nsubseteq ⊈ nsupseteq ⊉ subsetneq ⊊ supsetneq ⊋ varsubsetneq ⊊ varsupsetneq ⊋
subseteqq ⫅ supseteqq ⫆ Subset ⋐ Supset ⋑ sqsubset ⊏ sqsupset ⊐ sqsubseteq ⊑ sqsupseteq ⊒ prec ≺ succ ≻ preceq ⪯
succeq ⪰ precsim ≾ succsim ≿ preccurlyeq ≼ succcurlyeq ≽ nprec ⊀ nsucc ⊁ precapprox ⪷ succapprox ⪸ perp ⊥ parallel ∥
nparallel ∦ mid ∣ nmid ∤ shortmid ∣ models ⊨ vdash ⊢ dashv ⊣ vDash ⊨ Vdash ⊩ Vvdash ⊪ nvdash ⊬ nvDash ⊭ smile ⌣ frown
⌢ bowtie ⋈ Join ⋈ between ≬ pitchfork ⋔ triangleq ≜ coloneqq ≔ coloneq ≔ eqqcolon ≕ eqcirc ≖ circeq ≗ bumpeq ≏ Bumpeq
≎ risingdotseq ≓ fallingdotseq ≒ thicksim ∼ thickapprox ≈ backsim ∽ backsimeq ⋍ eqsim ≂ lesssim ≲ gtrsim ≳ lessapprox
⪅ gtrapprox ⪆ lessgtr ≶ gtrless ≷ lesseqgtr ⋚ gtreqless ⋛ nless ≮ ngtr ≯ nleq ≰ ngeq ≱ lneq ⪇ gneq ⪈ lneqq ≨ gneqq ≩
lnsim ⋦ gnsim ⋧ ncong ≇ nsim ≁ vartriangleleft ⊲ vartriangleright ⊳ trianglelefteq ⊴ trianglerighteq ⊵ therefore ∴
because ∵ dblcolon ∷ Coloneqq ⩴ vcentcolon : to → rightarrow → leftarrow ← gets ← leftrightarrow ↔ uparrow ↑ downarrow
↓ updownarrow ↕ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ Uparrow ⇑ Downarrow ⇓ Updownarrow ⇕ longrightarrow ⟶
longleftarrow ⟵ longleftrightarrow ⟷ Longrightarrow ⟹ Longleftarrow ⟸ Longleftrightarrow ⟺ mapsto ↦ longmapsto ⟼
mapsfrom ↤ hookrightarrow ↪ hookleftarrow ↩ rightharpoonup ⇀ rightharpoondown ⇁ leftharpoonup ↼ leftharpoondown ↽
rightleftharpoons ⇌ leftrightharpoons ⇋ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ leadsto ⇝ rightsquigarrow ⇝
leftrightsquigarrow ↭ twoheadrightarrow ↠ twoheadleftarrow ↞ rightarrowtail ↣ leftarrowtail ↢ rightrightarrows ⇉
leftleftarrows ⇇ upuparrows ⇈ downdownarrows ⇊ rightleftarrows ⇄ leftrightarrows ⇆ upharpoonright ↾ upharpoonleft ↿
downharpoonright ⇂ downharpoonleft ⇃ restriction ↾ nrightarrow ↛ nleftarrow ↚ nRightarrow ⇏ nLeftarrow ⇍
nleftrightarrow ↮ nLeftrightarrow ⇎ dashrightarrow ⇢ dashleftarrow ⇠ curvearrowright ↷ curvearrowleft ↶
circlearrowright ↻ circlearrowleft ↺ Lsh ↰ Rsh ↱ multimap ⊸ implies ⟹ impliedby ⟸ iff ⟺
"""
_OPENING = "langle ⟨ lceil ⌈ lfloor ⌊ lbrace { lvert | lVert ‖ lgroup ⟮ lmoustache ⎰ llbracket ⟦ llcorner ⌞ ulcorner ⌜"
_CLOSING = "rangle ⟩ rceil ⌉ rfloor ⌋ rbrace } rvert | rVert ‖ rgroup ⟯ rmoustache ⎱ rrbracket ⟧ lrcorner ⌟ urcorner ⌝"
_PUNCTUATION = "colon : ldotp . textperiodcentered ·"
_INNER = "cdots ⋯ dotsb ⋯ dotsm ⋯ dotsi ⋯ vdots ⋮ ddots ⋱ iddots ⋰ adots ⋰"
_WITH_LIMITS = """
sum ∑ prod ∏ coprod ∐ bigcap ⋂ bigcup ⋃ bigvee ⋁ bigwedge ⋀ bigoplus ⨁ bigotimes ⨂ bigodot ⨀ biguplus ⨄ bigsqcup ⨆ bigsqcap ⨅
"""
_INTEGRALS = "int ∫ iint ∬ iiint ∭ iiiint ⨌ oint ∮ oiint ∯ oiiint ∰ intop ∫ smallint ∫"

# Functions set upright; of those with True, what stands below is a limit in displays.
_FUNCTIONS = """
arccos arcsin arctan arg cos cosh cot coth csc deg dim exp hom ker lg ln log sec sin sinh tan tanh sgn
arctg ctg cotg tg sh ch cth th arsinh arcosh artanh sech csch arccot
"""
_LIMITED_FUNCTIONS = "det gcd inf lim max min Pr sup"
FUNCTIONS: dict[str, tuple[str, bool]] = {
    **{name: (name, False) for name in _FUNCTIONS.split()},
    **{name: (name, True) for name in _LIMITED_FUNCTIONS.split()},
    "limsup": ("lim sup", True),
    "liminf": ("lim inf", True),
    "injlim": ("inj lim", True),
    "projlim": ("proj lim", True),
    "varlimsup": ("lim sup", True),
    "varliminf": ("lim inf", True),
}


def _pairs(table: str, kind: Kind, *, limits: bool = False) -> dict[str, tuple[str, Kind, bool]]:
    words = table.split()
    return {name: (character, kind, limits) for name, character in zip(words[::2], words[1::2], strict=True)}


# Command name without backslash → character, kind, and whether scripts are limits in displays.
SYMBOLS: dict[str, tuple[str, Kind, bool]] = {
    **_pairs(_ORDINARY, Kind.ORD),
    **_pairs(_BINARY, Kind.BIN),
    **_pairs(_RELATION, Kind.REL),
    **_pairs(_OPENING, Kind.OPEN),
    **_pairs(_CLOSING, Kind.CLOSE),
    **_pairs(_PUNCTUATION, Kind.PUNCT),
    **_pairs(_INNER, Kind.INNER),
    **_pairs(_WITH_LIMITS, Kind.OP, limits=True),
    **_pairs(_INTEGRALS, Kind.OP),
    "|": ("‖", Kind.ORD, False),
    "{": ("{", Kind.OPEN, False),
    "}": ("}", Kind.CLOSE, False),
    **{sign: (sign, Kind.ORD, False) for sign in "%$#&_"},
}

# Kinds of typed characters; what commands make of a character holds for the character as well.
KINDS: dict[str, tuple[Kind, bool]] = {
    **{character: (kind, limits) for character, kind, limits in reversed(SYMBOLS.values())},
    **dict.fromkeys("+−∗⋅·×", (Kind.BIN, False)),
    **dict.fromkeys("=<>:", (Kind.REL, False)),
    **dict.fromkeys("([", (Kind.OPEN, False)),
    **dict.fromkeys(")]!?", (Kind.CLOSE, False)),
    **dict.fromkeys(",;", (Kind.PUNCT, False)),
    **dict.fromkeys("{", (Kind.OPEN, False)),
    **dict.fromkeys("}", (Kind.CLOSE, False)),
    **dict.fromkeys("|‖/.\\△▽Ω", (Kind.ORD, False)),
    **dict.fromkeys("⊥⊲⊳", (Kind.REL, False)),
    **dict.fromkeys("†‡", (Kind.BIN, False)),
}

# Characters that are typed for others.
MEANT = {"-": "−", "*": "∗", "`": "‘", "\u00a0": " ", "\u2010": "−", "\u2013": "−", "\u2212": "−", "ʹ": "′"}

SUPERSCRIPTS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ", "0123456789+−=()ni", strict=True))
SUBSCRIPTS = dict(zip("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", "0123456789+−=()aehijklmnoprstuvx", strict=True))

# Accents as combining characters; those with True are as wide as their base.
ACCENTS: dict[str, tuple[str, bool]] = {
    "hat": ("\u0302", False),
    "widehat": ("\u0302", True),
    "tilde": ("\u0303", False),
    "widetilde": ("\u0303", True),
    "bar": ("\u0304", False),
    "vec": ("\u20d7", False),
    "dot": ("\u0307", False),
    "ddot": ("\u0308", False),
    "dddot": ("\u20db", False),
    "ddddot": ("\u20dc", False),
    "check": ("\u030c", False),
    "widecheck": ("\u030c", True),
    "breve": ("\u0306", False),
    "acute": ("\u0301", False),
    "grave": ("\u0300", False),
    "mathring": ("\u030a", False),
}

# Braces and arrows as wide as their base: character, and whether it stands above.
STRETCHED: dict[str, tuple[str, bool]] = {
    "overbrace": ("⏞", True),
    "underbrace": ("⏟", False),
    "overbracket": ("⎴", True),
    "underbracket": ("⎵", False),
    "overrightarrow": ("→", True),
    "overleftarrow": ("←", True),
    "overleftrightarrow": ("↔", True),
    "underrightarrow": ("→", False),
    "underleftarrow": ("←", False),
}

# Arrows with formulas over and under them.
ARROWS = {
    "xrightarrow": "→",
    "xleftarrow": "←",
    "xleftrightarrow": "↔",
    "xRightarrow": "⇒",
    "xLeftarrow": "⇐",
    "xmapsto": "↦",
    "xrightleftharpoons": "⇌",
    "xhookrightarrow": "↪",
}

# Spaces in 1/1000 em.
SPACES = {
    ",": 1000 / 6,
    "thinspace": 1000 / 6,
    ":": 4000 / 18,
    ">": 4000 / 18,
    "medspace": 4000 / 18,
    ";": 5000 / 18,
    "thickspace": 5000 / 18,
    "!": -1000 / 6,
    "negthinspace": -1000 / 6,
    "negmedspace": -4000 / 18,
    "negthickspace": -5000 / 18,
    " ": 250.0,
    "\n": 250.0,
    "\t": 250.0,
    "space": 250.0,
    "nobreakspace": 250.0,
    "enspace": 500.0,
    "enskip": 500.0,
    "quad": 1000.0,
    "qquad": 2000.0,
    "hfill": 1000.0,
}

# Alphabets of commands with an argument, and of the old switches that hold until their group ends.
ALPHABET_COMMANDS = {
    "mathrm": "upright",
    "mathup": "upright",
    "mathnormal": "math",
    "mathit": "italic",
    "mathbf": "bold",
    "mathbfit": "bold-italic",
    "boldsymbol": "bold-math",
    "bm": "bold-math",
    "pmb": "bold-math",
    "mathbb": "double-struck",
    "Bbb": "double-struck",
    "mathds": "double-struck",
    "mathbbm": "double-struck",
    "mathcal": "script",
    "mathscr": "script",
    "mathfrak": "fraktur",
    "frak": "fraktur",
    "mathsf": "sans",
    "mathtt": "typewriter",
}
ALPHABET_SWITCHES = {
    "rm": "upright",
    "bf": "bold",
    "it": "italic",
    "cal": "script",
    "sf": "sans",
    "tt": "typewriter",
    "bfseries": "bold",
    "itshape": "italic",
    "mit": "math",
}
TEXT_COMMANDS = {
    "text": "upright",
    "textrm": "upright",
    "textnormal": "upright",
    "textup": "upright",
    "mbox": "upright",
    "hbox": "upright",
    "fbox": "upright",
    "textbf": "bold",
    "textit": "italic",
    "emph": "italic",
    "textsl": "italic",
    "textsf": "sans",
    "texttt": "typewriter",
    "textsc": "upright",
    "textmd": "upright",
}

BIG = {"big": 1200.0, "Big": 1800.0, "bigg": 2400.0, "Bigg": 3000.0}
STYLES = {"displaystyle": 0, "textstyle": 1, "scriptstyle": 2, "scriptscriptstyle": 3}
CLASSES = {
    "mathord": Kind.ORD,
    "mathop": Kind.OP,
    "mathbin": Kind.BIN,
    "mathrel": Kind.REL,
    "mathopen": Kind.OPEN,
    "mathclose": Kind.CLOSE,
    "mathpunct": Kind.PUNCT,
    "mathinner": Kind.INNER,
}

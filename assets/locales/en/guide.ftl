### How a journey map is made

guide-about = A map is drawn so that something gets better. Take the steps in order, or begin where you are.
guide-purpose = Decide what you want to know
guide-purpose-how = The purpose decides what you ask and what the map is to lead to. Read what you have, ask those in your house who meet the customer, and write what you believe.
guide-ask = Ask those it is about
guide-ask-how = About ten talks are enough to see what recurs. Add the transcripts, and mark quotes, evidence and themes.
guide-draw = Draw the journey, phase by phase
guide-draw-how = What does the customer do, where do they meet you, what do they feel, and what do you do? What you only assume is called a hypothesis.
guide-gaps = Find the gaps
guide-gaps-how = Where do you do nothing, where do you know nothing, and where does it hurt? Answer the guiding questions, and begin with what matters most.
guide-act = Make opportunities and tasks
guide-act-how = Weigh value against effort, and decide who does what by when. Tasks can go into the calendar.
guide-show = Show, decide and come back
guide-show-how = Show the map phase by phase and ask for a decision. Open it again when you know more, and compare it with the last version.
